"""PLOVER and CAMEO: what kind of relation a sentence or a record tells between two parties."""
