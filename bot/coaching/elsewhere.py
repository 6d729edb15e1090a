"""English that says nothing of the point: clauses about anything else, and the words of grammar.

What a phrase reaches with these clauses is chance. Those in Japanese stand beside the models, for
they are of the rows that these were fitted to. With clauses of another language a phrase shares
next to nothing, so that any of its own would look near.
"""

from __future__ import annotations

ENGLISH = (
    "i repaired 40 bicycles a month at the shop,",
    "we moved the nurses' rota onto one sheet,",
    "so the night shift knew who was coming.",
    "the bread was late three days in a row,",
    "i asked the baker what had gone wrong,",
    "and we bought a second oven.",
    "my first job was in a hotel kitchen,",
    "where i learned to plan for 200 guests.",
    "i had lunch with my brother,",
    "then we watched a football game in the rain.",
    "our dog likes long walks by the river.",
    "the house was built in 1962,",
    "and the roof had been leaking since spring.",
    "i painted the walls myself over two weekends.",
    "she taught me how to read a weather map.",
    "the train was delayed by an hour,",
    "so i called the customer and apologised.",
    "i counted the stock every friday,",
    "because the numbers on the screen were wrong.",
    "in the end we threw away half as much fish.",
    "i translated letters for the city hall.",
    "people waited 50 minutes on average,",
    "which came down to 15 after we opened a second window.",
    "i was responsible for the school library.",
    "the children chose the books they wanted,",
    "and we lent out twice as many.",
    "i like to cook noodles in the evening.",
    "my mother visits us twice a month.",
    "we grew tomatoes behind the garage,",
    "but the snails ate most of them.",
    "i drove a delivery van for four years.",
    "the route took six hours,",
    "so i drew it again on paper and saved one of them.",
    "he disagreed with me about the colour,",
    "and i showed him two samples.",
    "i write down what i did at the end of each day.",
    "it is a habit from my time in the laboratory.",
    "we tested every batch of glue at 60 degrees,",
    "until we found the one that didn't crack.",
    "the choir had only nine singers left.",
    "i put up posters in the station,",
    "and 20 people came to the next rehearsal.",
    "i don't remember exactly how it went.",
    "it was a difficult time for all of us.",
    "i would like to think about it a little more.",
    "thank you very much for your question.",
    "i am a person who never gives up.",
    "there are many things that i still want to learn.",
    "i checked the brakes before every tour,",
    "since a guest had once been hurt.",
    "we gave the guests a map with the five safest paths.",
    "the museum closed on mondays,",
    "which gave us time to clean the cases.",
    "i sewed 300 costumes for the festival.",
    "my team mates were students like me,",
    "and we shared the work by day of the week.",
    "the printer broke down the night before,",
    "so we wrote the signs by hand.",
    "i spoke with the neighbours about the noise,",
    "and we agreed to stop at nine.",
    "on my days off i go swimming.",
    "i have seen that film 12 times.",
    "we raised 900 dollars for new instruments.",
    "i read the manual twice and tried again.",
    "the patients could choose between three meals.",
    "nobody had told the cook about the allergy,",
    "so i made a card for each room.",
    "i moved to another town when i was ten.",
    "it taught me to make friends quickly.",
    "the garden needed water twice a day in july.",
    "i set an alarm and asked a friend to help,",
    "and not one plant died.",
    "we were three people behind the counter.",
    "i learned the names of the regular guests.",
    "they came back more often,",
    "and some of them brought their families.",
    "the bridge was closed for repairs,",
    "so we rented a boat for the summer.",
    "i enjoy reading old newspapers.",
    "that is all i can say about it.",
)

_GRAMMAR_WORDS = """
    a an the this that these those such some any no not all every each both either neither other
    another own same one ones i me my mine we us our ours you your he him his she her it its they
    them their who whom whose which what when where why how there here am is are was were be been
    being do does did doing done have has had having will would can could shall should may might
    must and or but nor so if then than because since though although while as until unless of in
    on at by to for from with without into onto out up down off over under about after before
    between during through per also just only even still too very much many more most less least
    again ever never always often now yet well really quite got get gets make made let
"""
GRAMMAR = frozenset(_GRAMMAR_WORDS.split())
