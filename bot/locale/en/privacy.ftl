# /privacy: how answers are treated

privacy-summary = How answers are treated: who sees them, how long they stay
privacy-title = How answers are treated
privacy-before = Before you begin
privacy-operator = This Senpai is run by { $name }.
privacy-nobody = Whoever runs this Senpai has not given a name yet.
privacy-contact = Contact: { $contact }
privacy-purpose = Answers are for practice. They are never used to assess or to select anybody.
privacy-own = Only you can see your answers. What you look at once more and share can be seen in that channel, and nothing else. Administrators don't see who answered what, or who didn't.
privacy-readers = Those who keep the database, that is whoever runs this Senpai, can technically read answers.
privacy-slack = Answers belong to this Slack workspace. Its owners may be able to read what is said in DMs, by an export of its data.
privacy-discord = Answers belong to you: only you can open them, in every server and in DMs. Only a channel's settings belong to the server.
privacy-outside = Feedback can be helped by { $recipient }. Only questions, points and answers of people who chose that with /settings outside=ask are sent there. Unless you choose it, nothing is.
privacy-days = They are kept for { $days } days after you last changed them. With /mydata you can take them out or delete them at any time.
privacy-nothing-yet = Nothing is saved until you press “Begin”.
privacy-not-kept = Nothing is saved yet. If you agree, choose “Begin” and send it again.
privacy-agree = Shall we begin on these terms?
privacy-begin = Begin
privacy-more = How answers are treated
privacy-also = Besides answers, a record of your practice, your display name, language, time zone and what you chose in /settings are saved. Looking roles up leaves nothing of what you asked. What you shared stays in the channel until you withdraw it, or the days are over for which it is kept.
