# senpai db

cli-db = copy the database to a file, or fill one from a copy
cli-db-backup = write all of the database to a new file
cli-db-restore = fill the database (SENPAI_DATABASE) from such a file
cli-db-replace = throw away what the database holds now
cli-db-backup-done = Wrote { $rows } rows to { $path }. It holds what people wrote: keep it where only you can read it.
cli-db-restore-done = Filled the database with { $rows } rows from { $path }.
cli-db-nothing = There is no database of Senpai's yet, so there is nothing to copy. Check SENPAI_DATABASE.
cli-db-file-exists = { $path } exists already and is left as it is. Give another name.
cli-db-not-empty = The database holds something already, and nothing was changed. To throw that away, add --replace.
cli-db-not-a-backup = { $path } is no backup of Senpai's, or it is damaged. The database is as it was.
cli-db-too-new = The backup, or the database, comes from a newer Senpai. Nothing was changed; bring this Senpai up to date first.
cli-db-failed = That didn't work, and nothing was changed ({ $reason }). Check SENPAI_DATABASE and whether there is room on the disk.
