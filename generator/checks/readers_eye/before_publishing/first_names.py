"""First names that people in Britain have, as data: those that are a word, a place or a month besides are left out."""

from generator.checks.readers_eye.text.words import word_set

FIRST_NAMES = word_set(
    """aaron abdul abigail adaeze adam adrian agnieszka ahmed aisha alan albert aled alex alexander alice alistair
    amanda amina amit amy andrea andrew andrzej andy angela angus anil anita anjali ann anna anne annette anthony
    aoife arthur asif ayesha babatunde barbara barry becky ben benjamin bernard bethan bilal bob brenda brendan
    brian bridget bruce callum carolyn carys catherine catriona charles charlotte cheryl chioma chloe chris
    christine christopher ciara claire clare clive colin connor craig cynthia dan daniel danielle darren dave
    david debbie deborah declan deepak denise dennis derek diana diane dominic donald donna doreen duncan dylan
    eddie edward eileen eilidh elaine eleanor elizabeth ella ellen ellie emeka emily emma ethan euan evelyn ewa
    ewan faisal farah fatima fergus fiona folake frances frederick freya gareth gary gavin gemma geoff geoffrey
    george gerald geraldine gillian glenn gloria glynis gordon graham greg gregory gurpreet gwen hamish hannah
    harpreet harriet harry hassan hayley helen henry hilary hussain huw ian ibrahim imogen imran irene isabella
    jacob jacqueline jakub james jamie jane janet janice jason jaspal jean jennifer jenny jeremy jessica jim jo
    joan joanna joanne joe john jonathan joseph josephine joshua joyce judith julia julian julie justin karen
    karolina katarzyna kate katherine kathleen kathryn kathy katie kavita keith kelly kenneth kerri kevin khadija
    kieran kirsty kofi krzysztof kwame laura leanne leila leonard liam linda lisa liz lorraine louise lucy luke
    lynn lynne madeleine magda maggie mairi malcolm malgorzata mandy manpreet marek margaret maria marilyn martha
    martin mary maryam matthew maureen meena megan melissa mia michael michelle mike mohamed mohammed molly monika
    morag muhammad nancy naomi nasreen natalie natasha nathan naveed neil ngozi niall niamh nicholas nick nicola
    nicole nigel nisha norman oliver olivia olu omar owen pamela patricia patrick paul paula pawel pete peter phil
    philip philippa phillip phoebe piotr pooja priya rachel raj rajesh ramesh rashid ravi raymond rebecca rhian
    rhys richard robert roger ronald rory rosemary rukhsana ruth ryan sabrina sadia sally sam samantha samina
    samuel sandra sanjay sara sarah sean shabana sharon shaun sheila sian simon sinead siobhan sophie stacey
    stephanie stephen steve steven stuart sunil sunita suresh susan tariq terence teresa theresa thomas tim
    timothy tom tomasz tony tracey tracy trevor trish tunde vicky vijay vincent wayne wendy william wojciech
    yasmin yusuf yvonne zainab zoe"""
)
