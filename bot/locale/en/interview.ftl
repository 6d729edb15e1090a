# /interview

interview-summary = practise an interview (in a DM, one question at a time)
interview-about-help = a role, a field of work, review, or common (questions of any interview)
interview-count-help = how many questions (3 to 20)
interview-timed-help = with a target time
interview-text-help = the answer

interview-timed-yes = with a target time
interview-opening-help = begin with common questions, such as introducing yourself
interview-opening-yes = begin with introducing yourself

interview-review = review
interview-practice = Interview practice: { $about }
interview-practice-set = Practice: { $about }
interview-opening =
    Let's begin. { $practice }. { $count } questions, about { $minutes } minutes.
    Write as you would talk, in as many messages as you like. Press "Send" or write "done" when an answer is finished; wait a moment, and the feedback comes too.
    You can also just write "hint", "skip", "later" or "stop".
interview-opening-here =
    Let's begin right here. { $practice }. { $count } questions, about { $minutes } minutes. What we say here is shown only to you.
    Press "Answer" to open a field for your answer. Should this vanish, type /interview to go on from the same place.
interview-opening-timed = The target is { $seconds } seconds a question. Nothing is cut off after that.
interview-this-role = this role
interview-that-role = the role of { $name }
interview-question = Question { $number }/{ $count }
interview-about-role = An interview question for { $name }
interview-again-asked = Here is the question again.
interview-so-far = { $length } characters so far. You can go on from there.
interview-deeper-title = One step deeper
interview-deeper = Could you tell me a little more about "{ $point }"?
interview-deeper-asking = If you were to ask about "{ $point }", how would you put it?
interview-deeper-offer-asking = "{ $point }" is worth asking about too. Would you like to try?
interview-deeper-offer = An interviewer might ask about "{ $point }" next. Would you like to try?
interview-hint = Hint { $number }: some interviewers listen for "{ $point }".
interview-hint-cue = For example: "{ $cue }"
interview-addition = Does that belong to the answer before? Add it, and I'll go through the answer again.

interview-do-send = Send
interview-do-answer = Answer
interview-do-more = Add to it
interview-do-opening = Begin with introducing yourself
interview-do-hint = Hint
interview-do-skip = Skip this one
interview-do-rest = That's it for today
interview-do-pause = Continue later
interview-do-stop = Stop here
interview-do-resume = Continue
interview-do-add = Add to the answer
interview-do-next = Next question
interview-do-finish = See the summary
interview-do-deeper = Answer the follow-up

interview-rate-done = Review: got it
interview-rate-shaky = Review: shaky
interview-rate-again = Review: again

interview-note-nothing-yet = There is nothing written yet. A single sentence is a fine start.
interview-note-gave-up = It's fine if you don't have the words yet. I haven't judged anything. One short scene that comes to mind is a good place to begin.
interview-note-empty = I couldn't read an answer in that, so I haven't judged anything. One short scene that comes to mind is a good place to begin.
interview-note-no-hint = That was all the hints there are. Try it with a scene of your own.
interview-note-paused = Let's leave it here. Press "Continue" or write "resume" whenever you like; it goes on from the same place.
interview-note-paused-here = Let's leave it here. Press "Continue" or type /interview whenever you like; it goes on from the same place.
interview-note-distress = Let's leave the practice here.
interview-note-too-long = That was too long to take. What you wrote before is kept; please press "Send" first.
interview-note-disputed = Understood. I've put that down as a point you touched on.
interview-note-rated = I'll remember that, and time the review of this question by it.
interview-note-received = I have your answer already. If there is more, just send it.
interview-note-edited-late = We've moved on to the next question, so the feedback stays as it was. You can rewrite the answer under /answers.
interview-note-nothing-to-ask = There were no questions to ask. Would you like to choose another role?

interview-form = Write your answer
interview-answer = Answer
interview-choose = Choose a role to practise
interview-of-which = Which role would you like to practise for?
interview-by-name = Choose a field, or send the name of a role too, as in “/interview SRE”.
interview-common = Practise the common questions
interview-set-goal = Choose a role to head for
interview-another = You are in the middle of practising: { $about }. Shall we continue? Starting anew ends that one where it stands.
interview-anew = End it and start anew
interview-in-dm = I've started in your DMs: { $about }.
interview-back-in-dm = I've sent you where we left off in your DMs: { $about }.
interview-dm-closed = I couldn't send you a DM, so nothing has started yet. You can also practise right here. What we say here is shown only to you.
interview-dm-stopped = I couldn't send you a DM, so I can't show you how it goes on. Your answers are kept. You can also go on right here. What we say here is shown only to you.
interview-open-dm = To begin in your DMs, allow them in your settings and press "Try the DM again".
interview-open-dm-slack = To begin in your DMs, open Senpai under "Apps" on the left, check that it has a "Messages" tab, and press "Try the DM again". If the tab is missing, please tell an administrator.
interview-open-dm-discord = To begin in your DMs, allow "Direct Messages" under "Privacy Settings" in the menu of the server's name, check that Senpai is not blocked, and press "Try the DM again".
interview-dm-again = Try the DM again
interview-here = Practise here (only you see it)
interview-nothing-due = Nothing is due for review right now.
interview-no-questions = There are no questions in this range yet.
interview-gone = I couldn't find that practice.
interview-none = There is no interview practice under way. Would you like to begin one?
interview-begin = Practise an interview
interview-over = That practice has ended.
interview-outdated = That button belongs to an earlier question. Please use the newer one.
interview-reminder = Your interview practice is still unfinished. You can go on from the same place.
interview-no-reminders = Stop these messages

interview-ended-title = Summary: { $about }
interview-ended = { $answered ->
        [0] Let's leave it there for today. You can start again from here whenever you like.
       *[other] Nice work. You answered { $answered ->
            [one] { $answered } question
           *[other] { $answered } questions
        }, in { $minutes ->
            [0] less than a minute
            [one] about a minute
           *[other] about { $minutes } minutes
        } of writing.
    }
interview-result = { $question }: { $covered ->
        [0] { $unclear ->
            [0] { $points ->
                [one] its one point wasn't there yet
               *[other] its { $points } points weren't there yet
            }
           *[other] I couldn't tell whether it touched on its { $points ->
                [one] point
               *[other] { $points } points
            }
        }
       *[other] touched on { $covered } of { $points } { $points ->
            [one] point
           *[other] points
        }
    }
interview-result-no-points = { $question }: a question without answer points
interview-result-not-judged = { $question }: not judged this time
interview-result-skipped = { $question }: skipped
interview-result-rested = { $question }: not finished
interview-result-open = { $question }: not finished
interview-result-sent = { $question }: still being read
interview-results-skipped = { $count } questions skipped
interview-best-title = The sentence that said most
interview-best = "{ $sentence }"
interview-practise-title = Worth practising next
interview-practise-point = { $question }: touch on "{ $point }"
interview-practise-question = { $question }: answer it once more
interview-growth = Points touched on: { $now }% (before: { $before }%)
interview-growth-up = Points touched on: { $now }%, up from { $before }%.
interview-gained = Touched on now, missed before: { $points }
interview-again = Practise again
interview-progress = See how it has gone
interview-share = Share how it goes
interview-shared-number = Practice no. { $number }, { $answered } questions answered
interview-preview = Only this will be shared in the channel. No answers are in it.
interview-preview-elsewhere = This is all that others would see. No answers are in it. You can post it with the same button in the channel you like.
interview-post = Share
