"""The messages on commentary: what a careful editor asks of it, and how to put it right."""

from generator.model.messages.wording import warning

READERS_CATALOGUE = {
    # Against the figures
    "NUM01": warning(
        "“{number}” reads like {what}, which is {known}: “{found}”",
        "Make the two agree, or say what the other number is: of which {period_word}, of which group. {{{{ quarter.actual }}}} writes the result for you.",
    ),
    "NUM02": warning(
        "The result, {actual}, is the {of} of the quarters that the text gives one by one: “{found}”",
        "Say in the text that the result is for the year so far, or report the quarter's own; the register's column Basis says which is meant.",
    ),
    "NUM03": warning(
        "“{found}” is {share}, but the text or the result says {told}.",
        "Check both numbers, and make them agree.",
    ),
    "NUM04": warning(
        "The parts add up to {sum}, not {total}: “{found}”",
        "Correct the parts or the total; where they are not all the parts, write “among them”.",
    ),
    "NUM05": warning(
        "“{found}” says otherwise than the direction of travel, which is {direction}.",
        "Say what it is better or worse than, or correct the direction or the words.",
    ),
    "NUM06": warning(
        "“{found}” does not go with the status of {half}, which is {status}.",
        "Say how the result stands to its target, and only then what is well.",
    ),
    "NUM07": warning(
        "“{label}” is {forecast}: for that, {needed} must come in {left}, and the rate so far is {rate}.",
        "Say in the text what will bring it about, or forecast again.",
    ),
    "NUM08": warning(
        "The text tells of {number}, but the form has no figure for the {period_word}: “{found}”",
        "If that is the result, enter it at its question, so that the status is worked out from it.",
    ),
    "NUM09": warning(
        "The text has {number} where the report prints {actual}: “{found}”",
        "Write it as it is printed; {{{{ quarter.actual }}}} does so. If more decimals matter, the register says how many are printed.",
    ),
    "NUM10": warning(
        "“{number}” is not the change from {before} to {after}, which is {right}: “{found}”",
        "Work out the change again, or say which two figures it lies between.",
    ),
    "NUM11": warning(
        "The text has a target of {number}, the form one of {target}: “{found}”",
        "Correct the text; where another target is meant, such as the national one, say so.",
    ),
    "NUM12": warning(
        "The text has {number} for the year, but {what} {right}: “{found}”",
        "Make the two agree, or say what the other number is.",
    ),
    "NUM13": warning(
        "“{number}” is a difference between two percentages, which is counted in points: “{found}”",
        "Write “{points}”; per cent of a percentage is another number.",
    ),
    "NUM14": warning(
        "“{words}” makes it smaller than it is, for the result is {really}: “{found}”",
        "Say how far it is off, or leave the word out.",
    ),
    "NUM15": warning(
        "“{words}” does not tell whether that is good or bad, for lower is better here: “{found}”",
        "Write “better than” or “worse than” the target.",
    ),
    "NUM16": warning(
        "The text told of {told}, and now explains {then}: “{found}”",
        "Say what went up and what went down, each with its reason.",
    ),
    "NUM17": warning(
        "“{found}” does not go with the result for {period}, which was {result}.",
        "Say since when it is so, or leave it out.",
    ),
    # Against time
    "TIME01": warning(
        "“{date}” is told as still to come, but is before {when}: “{found}”",
        "Say what happened, or give the new date.",
    ),
    "TIME02": warning(
        "The text speaks of {named} as if it were now; this is for {quarter}: “{found}”",
        "Bring the text up to date, or say that it compares.",
    ),
    "TIME03": warning(
        "This is word for word what was written for {period}: “{found}”",
        "Say what is new this {period_word}, even if it is that nothing changed and why.",
    ),
    "TIME04": warning(
        "The report for {period} promised this by {due}, and this return does not speak of it: “{found}”",
        "Say whether it was done, and if not, when it will be.",
    ),
    "TIME05": warning(
        "A reader cannot tell when “{named}” is, or from which day it counts: “{found}”",
        "Name the month and the year.",
    ),
    "TIME06": warning(
        "“{named}” lies outside {quarter}, which this is about: “{found}”",
        "Give the {period_word}'s own result; put later news into the actions, with its date.",
    ),
    "TIME07": warning(
        "“{named}” cannot be, for {really}: “{found}”",
        "Look it up in a calendar, and put the day or the months right.",
    ),
    # As text
    "TEXT01": warning(
        "The text ends {how}: “{found}”",
        "Finish the sentence, or end it with a full stop; the end may have been cut off.",
    ),
    "TEXT02": warning(
        "The text starts in the middle of a sentence: “{found}”", "Write its beginning; it may have been cut off."
    ),
    "TEXT03": warning(
        "“{words}” stands in for what is not there: “{found}”", "Write what is meant, or leave the sentence out."
    ),
    "TEXT04": warning(
        "“{label}” says too little for a reader to learn anything: “{found}”", "Say what, why and what next."
    ),
    "TEXT05": warning(
        "“{label}” has {count} words; councillors read at most {most}: “{found}”",
        "Keep what the committee needs to know.",
    ),
    "TEXT06": warning(
        "The actions do not say {lacks}: “{found}”",
        "Name the team, service or post of the council that acts (“we” and a partner are none), and a month by which it is done.",
    ),
    "TEXT07": warning(
        "This gives reasons, or points to another column, where the report has the actions: “{found}”",
        "Move the reasons to “{reasons}”, and say here what is being done.",
    ),
    "TEXT08": warning(
        "{code} is not a measure of this report: “{found}”",
        "Correct the code, or say in words what the reader needs of that measure.",
    ),
    "TEXT09": warning(
        "No reader is told what this stands for: {found}{where}.",
        "Write it out the first time, with the letters in brackets; or have the performance team put it, with its words, under [glossary] in the settings:\n{lines}",
    ),
    "TEXT10": warning(
        "This sentence has {count} words, more than {most}{others}: “{found}”", "Make two or three of it."
    ),
    "TEXT11": warning(
        "A word seems to be missing, wrong or there twice: “{found}”", "Read the sentence aloud, and put it right."
    ),
    "TEXT12": warning("This is no whole sentence, for it has no verb: “{found}”", "Say who does what, or what is so."),
    "TEXT13": warning(
        "Somebody is blamed by name: “{found}”",
        "Say what happened and what the council does about it; in public, the other side is not heard.",
    ),
    "TEXT14": warning("Words that readers stumble over: {found}.", "Write it as you would say it to a neighbour."),
    "TEXT15": warning(
        "“{label}” is so long that only its first {count} characters were looked at for these remarks.",
        "Keep what the committee needs to know.",
    ),
    "TEXT16": warning(
        "The result is {status}, and the text gives no reason: “{found}”", "Say why, even if it is not known yet."
    ),
    "TEXT17": warning(
        "{count} measures have the same text, word for word: {measures}. It begins: “{found}”",
        "Say of each measure what is its own; where they share a commentary, the form has a question for that.",
    ),
    "TEXT18": warning(
        "The text disputes its own {what}: “{found}”",
        "Have the {what} put right before it is published, or say here why it stands.",
    ),
    "TEXT19": warning("A bracket is never {how}: “{found}”", "Put in the other bracket, or take this one out."),
    "TEXT20": warning("This sentence stands in the text twice: “{found}”", "Take one of the two out."),
    # Before publishing
    "PUB01": warning(
        "Numbers up to {most} may tell readers who is meant: {words}, in “{found}”",
        "Write “fewer than” a larger number, or a share; or put [[ and ]] round what only readers inside the council may see.",
    ),
    "PUB02": warning(
        "“{who}” tells one person's story: “{found}”",
        "Say it of all of them together; or put [[ and ]] round what only readers inside the council may see.",
    ),
    "PUB03": warning("“{found}” looks like {what}.", "Take it out, or give a team's or a post's instead."),
    "PUB04": warning(
        "“{found}” is a name that is not printed: it is on the settings' list, or an officer's in the register.",
        "Write a post or a description instead.",
    ),
    "PUB05": warning(
        "“{found}” names a person.", "Write a post or a description instead, unless that person has agreed to be named."
    ),
    "PUB06": warning(
        "This reads like {what}, which is not for readers: “{found}”",
        "Take it out; what readers inside the council may see goes between [[ and ]], and a message into the note to the performance team.",
    ),
    # Language
    "LANG01": warning(
        "Not in a British dictionary: {found}.",
        "Correct the spelling; or have the performance team add the word to the settings.",
    ),
    "LANG02": warning(
        "The text is very hard to read (Flesch's score is {score}; below {hard} is for graduates): “{found}”",
        "Use shorter sentences and plainer words.",
    ),
}
"""The messages by their codes. Each is a warning, unless the settings make it stop the report or switch it off."""
