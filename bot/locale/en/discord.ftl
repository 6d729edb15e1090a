# Discord

discord-named = { $name }:{ " " }
discord-shortened = …This is only the first part of a long text. The rest is in the source document.
discord-mention = I have an answer for you. Press the button to see it; nobody else will.
discord-look-alone = Show it just to me
discord-dm-sent = I’ve sent it to you as a DM.
discord-role-hint = An abbreviation or a guess will do
discord-form-wrong = ↑ Please have another look at this one.
discord-given-back = What you wrote
discord-post-refused = Discord did not accept this post ({ $error }). Please tell whoever runs this bot.

discord-permission-view = View Channel
discord-permission-send = Send Messages
discord-permission-files = Attach Files
discord-permission-threads = Send Messages in Threads

discord-doctor-reached = Discord answers (logged in as { $name }).
discord-doctor-unreachable = Discord can’t be reached ({ $url }). Please check the network and DISCORD_API_URL.
discord-doctor-token = Discord doesn’t accept the token. In the Developer Portal under “Bot”, press “Reset Token” and put the new one into DISCORD_TOKEN.
discord-doctor-refused = Discord refused { $path } ({ $status }). Please try again in a while.
discord-doctor-clock-right = The clock is right.
discord-doctor-clock-wrong = This computer’s clock is { $minutes } minutes off Discord’s. Please turn on automatic time.
discord-doctor-installable = Servers and people can install it.
discord-doctor-no-server = Servers can’t install it. In the Developer Portal under “Installation”, please turn on “Guild Install”.
discord-doctor-no-person = People can’t install it for themselves. To allow that, turn on “User Install” in the Developer Portal under “Installation”.
discord-doctor-endpoint = An “Interactions Endpoint URL” is set, so commands and clicks go there instead. Please clear it in the Developer Portal under “General Information”.
discord-doctor-no-privilege = No privileged intent is on (none is needed).
discord-doctor-privilege = A privileged intent is on that Senpai doesn’t use. You can turn off all “Privileged Gateway Intents” in the Developer Portal under “Bot”.
discord-doctor-commands = The commands are registered ({ $count }).
discord-doctor-no-commands = The commands aren’t registered yet, or are out of date. Starting Senpai registers them (Discord may take a moment to show them).
