"""A commentary as a reader takes it in: answers, sentences, figures and days, and the patterns sought in them."""
