"""What a form asks: the questions that every form has, those that a council declares, and both as one questionnaire."""
