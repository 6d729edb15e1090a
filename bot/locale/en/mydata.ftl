# /mydata: what is kept of a person

mydata-summary = See, export or delete what is kept of you
mydata-do-help = What to do; nothing to see what there is
mydata-do-export = Export
mydata-do-delete = Delete
mydata-button = See what is kept of me
mydata-title = What is kept of you
mydata-nothing = Nothing is kept.
mydata-about = Your display name, language and time zone, and what you chose in the settings
mydata-responses = Answers: { $count } (and { $versions } earlier versions)
mydata-shared = Posts that share an answer: { $count }
mydata-draft = An unfinished answer in the DM ({ $count } messages)
mydata-interviews = Interviews practised: { $count }
mydata-practised = Questions and points practised: { $count }
mydata-messages = Notices sent to you, or to be sent: { $count }
mydata-roles = Your id in the settings of workspaces or servers, as who set up or may manage something: { $count }
mydata-readers = Who can read it, and for how long it stays:
mydata-export = Export everything
mydata-exported = Here is all that is kept of you in one file (times are in UTC).
mydata-delete = Delete everything
mydata-delete-asked = All of this will be deleted, and what you shared withdrawn. There is no way back. Delete it?
mydata-keep = Not now
mydata-deleted = This was deleted
mydata-roles-stay = Your id in the settings of channels was left, as those belong to the workspace or server. Its administrators can remove it with /daily.
mydata-again = When you talk to me again, your display name and language are saved again. Answers are not, until you press “Begin” again.
