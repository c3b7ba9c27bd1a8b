EDITOR, READER, PASSWORD = "Ada", "Ben", "seven grey herons"
