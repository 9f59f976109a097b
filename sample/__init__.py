"""The sample: where its returns come from."""
