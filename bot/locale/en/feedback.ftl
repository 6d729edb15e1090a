# Feedback on answers

feedback-title = Feedback
feedback-not-yet = Not read yet.
feedback-covered = Touched on: { $count }
feedback-unclear = Couldn't tell
feedback-missed = Not there yet
feedback-quoted = { $point }: "{ $sentence }"
feedback-by-own-word = { $point } (as you said)
feedback-for-example = { $point } (an interviewer may listen for something like “{ $cue }”)
feedback-dispute = I did write that: { $point }
feedback-no-points = This question has no answer points, so I haven't judged the content. Here is only how it is written.
feedback-stuffed = The terms are there, but I couldn't read what you yourself did, so I haven't counted any point. Pick one and add a sentence: what did you look at, and what did you change?
feedback-copied = This repeats the words of the question or its points, so I haven't counted any. Would you write one short scene of your own?
feedback-off-topic = This reads like something other than what was asked, so I haven't counted any point. Picture one scene that fits the question, and write about that.
feedback-empty = I couldn't read an answer in that, so I haven't judged anything.
feedback-gave-up = It's fine if you don't have the words yet. I haven't judged anything.
feedback-other-angle = A concrete answer from another angle than the points listed. They are examples, so you can well stay with yours.
feedback-signs = How it is written
feedback-length-fits = { $length } characters (about { $seconds } seconds spoken)
feedback-length-short = { $length } characters (about { $seconds } seconds spoken). Around { $least } make a scene easier to picture
feedback-length-long = { $length } characters (about { $seconds } seconds spoken). Around { $most } are easier to follow
feedback-span = "{ $span }"
feedback-sign-numbers = Numbers: { $spans }
feedback-sign-results = Results: { $spans }
feedback-sign-vague = Words that could be more concrete: { $spans }
feedback-in-time = Written in { $seconds } seconds (target: { $target })
feedback-over-time = It took { $seconds } seconds (target: { $target })
