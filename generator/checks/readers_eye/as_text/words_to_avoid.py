"""Words that GOV.UK's style guide asks public bodies to avoid (under "Words to avoid"), and what says it plainly.

Of that list only those stand here that are hardly ever meant literally in a report on services: "deliver" and "foster"
are words of the trade to a council.
"""

WORDS_TO_AVOID = {
    "going forwards?": "from now on",
    "moving forwards?": "from now on",
    "leverag(?:e|es|ed|ing)": "use",
    "step[- ]change": "a large change",
    "impact(?:s|ed)? (?:positively |negatively )?on (?:the|our|this)": "affect",
    "drill(?:ed|ing)? down": "look closely",
    "deep[- ]dives?": "a close look",
    "low[- ]hanging fruit": "what is easiest",
    "blue[- ]sky": "new",
    "touch(?:ed|ing)? base": "talk",
    "holistic(?:ally)?": "whole",
    "synerg(?:y|ies|istic)": "working together",
    "utili[sz](?:e|es|ed|ing|ation)": "use",
    "facilitat(?:e|es|ed|ing)": "help, or say what is done",
    "incentivi[sz](?:e|es|ed|ing)": "encourage",
    "overarching": "leave it out",
    "ring[- ]fenc(?:e|ed|ing)": "set aside",
    "empower(?:s|ed|ing|ment)?": "let",
    "upskill(?:s|ed|ing)?": "train",
    "operationali[sz](?:e|es|ed|ing)": "start",
    "streamlin(?:e|es|ed|ing)": "make simpler",
    "slimming down": "make smaller",
    "cascad(?:e|ed|ing)": "tell",
    "bandwidth": "time",
    "paradigm": "way",
    "co-?produc(?:e|ed|tion)": "make together with residents",
    "dialogue": "talks",
    "robust(?:ly)?": "say what makes it so",
    "landscape": "say what is meant",
    "win-win": "good for both",
    "journey": "say what happens",
    "transformational": "say what changes",
    "direction of travel tools": "say what is measured",
}
"""Each as a pattern, with what to write instead."""
