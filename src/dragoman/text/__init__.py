"""Views of a text that keep its offsets: folding, sentences, language."""
