# Talking on Slack

slack-notification = A reply from Senpai
slack-shortened = This is long, so I stopped here… For the rest, see the document itself, or ask about the part you want.
slack-suggest = Type the name of a role
slack-suggest-typed = Look up “{ $typed }”
slack-submit = Send
slack-cancel = Cancel
slack-home-back = Back to Home
slack-token-refused = I can’t reach Slack ({ $error }). Please ask whoever runs this bot to check its token.
slack-post-refused = Slack did not accept this post ({ $error }). Please tell whoever runs this bot.
slack-file-not-sent = I couldn’t send the file. Please try again in a while.
slack-picture-in-dm = The picture is in your DM.
slack-can-post = I checked that I can post here.

slack-app-description = A colleague a few years ahead: roles, the skills they need, and the ways to get there
slack-senpai-summary = Ask in your own words, or use any command
slack-senpai-hint = [How do I become a CMO? / role CMO / help]

slack-doctor-bot-token-form = SLACK_BOT_TOKEN doesn’t begin with xoxb-. Set it to the Bot User OAuth Token under “OAuth & Permissions” of the app.
slack-doctor-auth = The bot’s token works ({ $name } in { $team }).
slack-doctor-auth-refused = Slack refuses the bot’s token ({ $error }). Reinstall the app under “OAuth & Permissions” and set SLACK_BOT_TOKEN to the new Bot User OAuth Token.
slack-doctor-unreachable = Slack can’t be reached ({ $error }). Check the network, and SLACK_API_URL if it is set.
slack-doctor-scopes = All scopes are there.
slack-doctor-scopes-missing = Scopes are missing: { $scopes }. Paste what senpai slack manifest prints under “App Manifest” again, and reinstall the app.
slack-doctor-clock = The clock is right.
slack-doctor-clock-off = This machine’s clock is about { $minutes } minutes away from Slack’s. Beyond 5 minutes the signature of Slack’s requests can’t be checked. Turn on time synchronisation (NTP).
slack-doctor-no-mode = Neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is set. For Socket Mode set the token that begins with xapp-, for HTTP the Signing Secret under “Basic Information”.
slack-doctor-http = HTTP mode: listening on { $host }:{ $port } at /slack/events.
slack-doctor-http-running = HTTP mode: a Senpai is listening on { $host }:{ $port } already.
slack-doctor-http-taken = Nothing of ours can listen on { $host }:{ $port } ({ $error }). Check whether another program does, and SLACK_HOST and SLACK_PORT.
slack-doctor-app-token-form = SLACK_APP_TOKEN doesn’t begin with xapp-. Set it to a token made under “Basic Information”, “App-Level Tokens”, with connections:write.
slack-doctor-app-token-refused = Slack refuses the app’s token ({ $error }). Make it again under “App-Level Tokens” with connections:write, and check that “Socket Mode” is on.
slack-doctor-socket = Socket Mode connects.
