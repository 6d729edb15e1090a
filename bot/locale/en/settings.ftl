# /settings: a person's own settings

settings-summary = Language, time zone and notices
settings-language-help = Language
settings-timezone-help = Time zone: Tokyo, Europe/London, or automatic
settings-reminders-help = Notices from Senpai
settings-button = Settings
settings-title = My settings
settings-body = A time zone may be written as “London”, “New York” or “Asia/Tokyo”. “Automatic” follows Slack or Discord.
settings-language = Language
settings-language-ja = 日本語
settings-language-en = English
settings-language-auto = Automatic (as in Slack or Discord)
settings-timezone = Time zone
settings-reminders = Notices from Senpai
settings-reminders-on = Send them (once a week at most)
settings-reminders-off = Don't send any
settings-auto-word = automatic
settings-no-zone = I couldn't make out the time zone “{ $zone }”. Try “London”, “New York” or “Asia/Tokyo”.
settings-kept = Your settings are saved
settings-change = Change settings
