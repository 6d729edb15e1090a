# When people ask in plain words

ask-of-which = Which role's “{ $section }” would you like? Send it with the role's name, or pick one.
ask-which-role = Pick a role and see: { $section }
ask-way-of-which = The way to which role? Send it with a name, such as “How do I become a CMO?”
ask-unclear = I couldn't quite make that out. Is what you're looking for among these?
ask-bye = See you. Come back whenever you feel like it.
ask-thanks = You're welcome. Come back whenever a role makes you curious.
ask-no-pay = Pay varies a lot between companies and years, so the documents don't give figures. Job ads and public statistics will tell you more.
ask-overview-instead = I didn't quite get what you asked, so here is the overview. Pick what you'd like to know below.
ask-compare-with-what = I couldn't tell which role to compare it with, so here is { $name } first.
ask-suiting = What suits you isn't for me to say. Shall we start from a field that interests you, and compare duties and skills?
ask-application = I can't correct or write documents, but we can practise saying it. Every interview asks you to introduce yourself and why you apply.
ask-tired =
    That sounds tiring. There is no need to decide anything in a hurry.
    Once you have rested a little, just looking at other kinds of work may help to sort your thoughts.
ask-distress =
    Thank you for telling me. It sounds as if things are very hard right now.
    I can only help with work, but there are people who will listen at once.
    In Japan: Yorisoi Hotline 0120-279-338 (24 hours, free). Elsewhere: findahelpline.com. If you are in danger, please call your local emergency number.
