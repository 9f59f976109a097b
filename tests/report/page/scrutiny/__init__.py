"""Tests of the questions for scrutiny."""
