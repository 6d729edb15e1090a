# 共有する

share-summary = 調べたものをチャンネルに共有する
share-line-help = 共有するもの（コマンドの形で）
share-button = ここに共有
share-by = { $name }さんが共有しました。
share-done = 共有しました。
share-already = もう共有してあります。
share-not-here = これはここでは共有できません。チャンネルで調べてから、「ここに共有」を押してください。
