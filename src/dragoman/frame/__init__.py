"""From the cues of a sentence to candidate records: one file a kind, one role-filling routine for all."""
