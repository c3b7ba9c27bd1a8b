"""How the migrations are run: inside the transaction of the caller, who gives the connection."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
with context.begin_transaction():
    context.run_migrations()
