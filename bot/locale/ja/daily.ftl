# 毎日の一問

daily-summary = このチャンネルの「毎日の一問」を始める、変える
daily-do-help = すること
daily-more-help = 設定する値や、日数（なければ空のまま）
daily-do-start = これで始める
daily-do-sample = 投稿を試し見
daily-do-status = これまでの様子
daily-do-preview = これからの2週間
daily-do-now = 今日の分をいま投稿
daily-do-pause = 一時停止
daily-do-resume = 再開する
daily-do-stop = やめる
daily-do-time = 時刻
daily-do-weekdays = 曜日
daily-do-timezone = タイムゾーン
daily-do-holidays = 休む祝日
daily-do-daysoff = 休む日
daily-do-roles = 職種
daily-do-language = ことば
daily-do-lateness = 遅れの許容
daily-do-managers = 管理する人

daily-title = 毎日の一問
daily-line = { $weekdays }{ $time }・{ $zone }・{ $holidays }・{ $roles }
daily-working-days = 平日
daily-every-day = 毎日
daily-day-separator = ・
daily-holidays = 祝日休み
daily-holidays-of = { $country }の祝日休み
daily-no-holidays = 祝日も出題
daily-country-part = { $country }（{ $part }）
daily-all-roles = 全職種
daily-none = なし
daily-span = { $first }〜{ $last }
daily-hours = { $count }時間
daily-minutes = { $count }分
daily-date-pattern = M月d日（E）
daily-when = { $date }{ $time }（{ $zone }）

daily-next = 次の出題は{ $when }です。
daily-no-next = この先2年、出題する日がありません。曜日と休む日をご確認ください。
daily-is-off = まだ出題していません。「これで始める」を押すと、この設定で始まります。
daily-is-paused = 一時停止しています。
daily-is-refused = 投稿できなかったため、止まっています。{ $why }
daily-unknown = いまは使えない設定があります（{ $values }）。タイムゾーンはUTC、休みはなしとして扱っています。
daily-no-questions = この設定で出せる質問がありません。「職種」をご確認ください。
daily-only-in-channels = 「毎日の一問」は、出題するチャンネルで /daily を使って決めます。
daily-what = うまく読み取れませんでした。/daily を使うと、できることが並びます。
daily-back = 設定に戻る

daily-started = 始めました。
daily-already = もう始まっています。
daily-resumed = 再開しました。
daily-paused = 一時停止しました。「再開する」を押すまで出題しません。
daily-stop-really = このチャンネルの「毎日の一問」をやめますか。設定とこれまでの記録は残るので、あとでまた始めても、同じ質問を繰り返しません。
daily-stop-yes = やめる
daily-stop-no = 続ける
daily-stopped = やめました。
daily-now-done = 今日の一問を投稿しました。
daily-now-already = 今日の分は、もう済んでいます。
daily-changed = 「{ $setting }」を「{ $value }」にしました。

daily-ask-time = 出題する時刻です。9:00、9時半、午後6時、のように書けます。
daily-unread-time = 「{ $typed }」を時刻として読み取れませんでした。9:00、9時半、午後6時、のように書いてください。
daily-ask-weekdays = 出題する曜日です。平日、毎日、月水金、月〜木、のように書けます。
daily-unread-weekdays = 「{ $typed }」を曜日として読み取れませんでした。平日、毎日、月水金、月〜木、のように書いてください。
daily-ask-timezone = 時刻のタイムゾーンです。日本時間、ニューヨーク、Europe/London、のように書けます。
daily-unread-timezone = 「{ $typed }」をタイムゾーンとして読み取れませんでした。日本時間、ニューヨーク、Europe/London、のように書いてください。
daily-ask-holidays = どの国の祝日に休むかです。日本、アメリカ、US-CA、なし、のように書けます。
daily-unread-holidays = 「{ $typed }」の祝日は知りませんでした。日本、アメリカ、US-CA、なし、のように書いてください。
daily-ask-daysoff = 祝日のほかに休む日です。年末年始、12/29〜1/3、2026年5月1日、なし、のように書けます。いくつでも「、」で並べられます。
daily-unread-daysoff = 「{ $typed }」を日付として読み取れませんでした。年末年始、12/29〜1/3、2026年5月1日、なし、のように書いてください。
daily-ask-roles = どの職種の質問を出すかです。分野をひとつ選ぶか、職種の名前を「、」で並べてください。どちらもなければ全職種です。
daily-unread-roles = 「{ $typed }」がどの職種か、分かりませんでした。職種の名前を「、」で並べるか、分野の名前か「全職種」と書いてください。
daily-roles-category = 分野
daily-roles-names = 職種の名前
daily-ask-language = 投稿のことばです。
daily-unread-language = 「{ $typed }」では出題できません。日本語、英語、のどちらかを選んでください。
daily-ask-lateness = 止まっていたときに、何時間遅れまで投稿するかです。3時間、90分、のように、10分から12時間までで書けます。
daily-unread-lateness = 「{ $typed }」を時間の長さとして読み取れませんでした。3時間、90分、のように、10分から12時間までで書いてください。

daily-sample = 次の投稿は、こうなります。いまは、ほかの方には見えていません。
daily-preview-title = これからの{ $count }日間
daily-coming = { $date }：{ $role }「{ $question }」
daily-coming-off = { $date }：休み（{ $why }）
daily-own-day-off = 休む日
daily-status-title = これまでの様子
daily-none-yet = まだ出題していません。
daily-was-sent = { $date }：時間どおりに投稿しました
daily-was-sent-late = { $date }：{ $minutes }分遅れて投稿しました
daily-was-sending = { $date }：投稿しているところです
daily-was-late = { $date }：動いていない間に時間が過ぎたため、見送りました
daily-was-without-questions = { $date }：出せる質問がなかったため、見送りました
daily-was-unsure = { $date }：投稿できたか確かめられなかったため、二度は投稿していません
daily-was-failed = { $date }：投稿できませんでした。{ $why }
daily-totals = この28日間に、{ $people }人から{ $responses }件の回答がありました。

daily-managers-body = 管理者の方のほかに、「毎日の一問」の設定ができる人です。
daily-no-managers = まだいません。
daily-manager = 加える人
daily-manager-add = 加える
daily-manager-remove = { $name }さんを外す
daily-manager-added = 加えました。
daily-manager-removed = 外しました。

daily-why-not-in-channel = Senpaiがチャンネルにいないためです。/invite で招待すると直ります。
daily-why-forbidden = Senpaiに、チャンネルへ投稿する権限がないためです。チャンネルの権限で許可すると直ります。
daily-why-gone = チャンネルがアーカイブ、または削除されているためです。
daily-why-scope = アプリの権限が足りないためです。運営の方に、権限を足して入れ直すようお願いしてください。
daily-why-other = このチャンネルへの投稿を断られたためです。チャンネルの設定をご確認ください。
daily-refused-told =
    「毎日の一問」を投稿できなかったため、止めました（チャンネル { $channel }）。{ $why }
    直ったら、そのチャンネルで /daily を開き、「再開する」を押してください。
daily-no-more-notices = お知らせを止める

daily-post-title = 今日の一問
daily-of-role = 職種：{ $name }
daily-people = { $count }人が答えました。
daily-late = 予定より遅れての投稿です。
daily-answer = 答えてみる
daily-write = DMで書く
daily-hint = ヒント
daily-points-yesterday = 昨日の回答ポイント
daily-points-former = 前回の回答ポイント
daily-question-gone = この質問は、文書が改まって、いまはありません。
daily-not-found = その質問は見つかりませんでした。

hint-summary = 質問のヒントをひとつずつ見る
hint-post-help = どの質問のか
daily-hint-title = ヒント（{ $count }つのうち{ $number }つ）
daily-hint-body = 面接官が耳を傾けることの一例です。これが正解、というものではありません。
daily-hint-next = もうひとつ
points-summary = 質問の回答ポイントを見る
points-post-help = どの質問のか
daily-points-title = 回答ポイント
daily-points-body = 面接官が耳を傾けることの例です。別の切り口でも大丈夫です。
daily-no-points = この質問には、回答ポイントがありません。思い浮かんだ場面をひとつ、話してみませんか。
