# /answer: answering a question

answer-summary = Answer a question
answer-question-help = The question: today's, or a role and a number
answer-text-help = Your answer
answer-form = Answer a question
answer-field = Your answer
answer-write = Write in a DM
answer-not-found = I couldn't find that question or answer.
answer-question-gone = This question has gone from the documents since.
answer-empty = It's fine if you have no words for it yet. Does one situation come to mind? A single short sentence is a start.
answer-too-long = That is too long to save ({ $length } characters). Please shorten it to { $limit } and send it again.
answer-too-long-for-form = This answer is too long for a form. To rewrite it, please write in the DM; what you have stays as it is until you finish.
answer-saved = Your answer is saved. For now, only you can see it.
answer-saved-again = Your new answer is saved (version { $version }). What it said before is kept too.
answer-shared-before = What you shared still shows the earlier version.
answer-streak = You have answered { $days } questions in a row.
answer-points = Examples of what an interviewer may listen for here; they are not the right answer.
answer-no-points = This question has no answer points.
answer-own = My answer
answer-again = Rewrite
answer-share = Review and share
