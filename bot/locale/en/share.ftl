# Sharing

share-summary = Share something with the channel
share-line-help = What to share, as a command
share-button = Share here
share-by = Shared by { $name }.
share-done = Shared.
share-already = You have shared this already.
share-not-here = This can't be shared here. Look it up in a channel, then press “Share here”.
