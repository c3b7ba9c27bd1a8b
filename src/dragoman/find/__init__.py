"""From text to mentions: actors, places, dates, nouns of documents and bodies, topics, cues."""
