"""The ledger in a browser, and the same as JSON: pages made on the server, which fetch nothing from elsewhere."""
