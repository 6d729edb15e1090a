"""The words that the roles of the benchmarks are made of: Japanese, English, English in kana."""

from __future__ import annotations

Word = tuple[str, str, str]


def _words(text: str) -> tuple[Word, ...]:
    rows = (row.split("|") for row in text.split())
    return tuple((ja, en.replace("_", " "), kana) for ja, en, kana in rows)


INDUSTRIES = _words("""
金融|Financial|ファイナンシャル 医療|Healthcare|ヘルスケア 物流|Logistics|ロジスティクス
自動車|Automotive|オートモーティブ 航空|Aviation|アビエーション
不動産|Real_Estate|リアルエステート 農業|Agricultural|アグリカルチュラル
化粧品|Cosmetics|コスメティクス アパレル|Apparel|アパレル ゲーム|Gaming|ゲーミング
教育|Education|エデュケーション 観光|Tourism|ツーリズム 食品|Food|フード
飲料|Beverage|ビバレッジ 製薬|Pharmaceutical|ファーマ 保険|Insurance|インシュアランス
証券|Securities|セキュリティーズ 半導体|Semiconductor|セミコンダクター
ロボット|Robotics|ロボティクス 宇宙|Aerospace|エアロスペース 海運|Maritime|マリタイム
鉄道|Railway|レールウェイ 建設|Construction|コンストラクション 住宅|Housing|ハウジング
電力|Power|パワー 水素|Hydrogen|ハイドロジェン 通信|Telecom|テレコム
放送|Broadcast|ブロードキャスト 出版|Publishing|パブリッシング 音楽|Music|ミュージック
映画|Film|フィルム スポーツ|Sports|スポーツ ホテル|Hotel|ホテル レストラン|Restaurant|レストラン
コンビニ|Convenience_Store|コンビニエンス 通販|Mail_Order|メールオーダー
百貨店|Department_Store|デパートメント 介護|Nursing_Care|ナーシングケア ペット|Pet|ペット
玩具|Toy|トイ 家具|Furniture|ファニチャー 文具|Stationery|ステーショナリー 時計|Watch|ウォッチ
宝飾|Jewelry|ジュエリー 繊維|Textile|テキスタイル 化学|Chemical|ケミカル 鉄鋼|Steel|スチール
印刷|Printing|プリンティング 包装|Packaging|パッケージング 環境|Environmental|エンバイロメンタル
自治体|Municipal|ミュニシパル クラウド|Cloud|クラウド
ブロックチェーン|Blockchain|ブロックチェーン ドローン|Drone|ドローン
水産|Fisheries|フィッシャリーズ 林業|Forestry|フォレストリー ブライダル|Bridal|ブライダル
フィットネス|Fitness|フィットネス 人材|Staffing|スタッフィング 海外|Overseas|オーバーシーズ
越境|Cross-Border|クロスボーダー 電池|Battery|バッテリー 酒類|Liquor|リカー
美容|Beauty|ビューティー
""")

FUNCTIONS = _words("""
データ分析|Data_Analytics|データアナリティクス 商品企画|Product_Planning|プロダクトプランニング
営業|Sales|セールス 広報|Public_Relations|パブリックリレーションズ
採用|Recruiting|リクルーティング 経理|Accounting|アカウンティング 法務|Legal|リーガル
品質保証|Quality_Assurance|クオリティーアシュアランス
生産管理|Production_Control|プロダクションコントロール 購買|Procurement|プロキュアメント
在庫管理|Inventory|インベントリー 需要予測|Demand_Forecasting|デマンドフォーキャスト
価格設計|Pricing|プライシング 顧客サポート|Customer_Support|カスタマーサポート
契約更新|Renewal|リニューアル コンテンツ制作|Content_Production|コンテンツプロダクション
動画編集|Video_Editing|ビデオエディティング 体験設計|Experience_Design|エクスペリエンスデザイン
図案|Graphics|グラフィックス ソフトウェア開発|Software_Development|ソフトウェアデベロップメント
基盤運用|Infrastructure_Operations|インフラオペレーション ネットワーク|Network|ネットワーク
データベース|Database|データベース 機械学習|Machine_Learning|マシンラーニング
情報保護|Information_Protection|インフォメーションプロテクション リスク管理|Risk|リスク
内部監査|Internal_Audit|インターナルオーディット 税務|Tax|タックス 資金|Treasury|トレジャリー
事業開発|Business_Development|ビジネスデベロップメント 企業買収|Acquisitions|アクイジション
知的財産|Intellectual_Property|インテレクチュアルプロパティー 研究開発|Research|リサーチ
臨床試験|Clinical_Trials|クリニカルトライアル 設備保全|Maintenance|メンテナンス
安全衛生|Safety|セーフティー 社員研修|Training|トレーニング
人事制度|Personnel_Systems|パーソネルシステム 労務|Labor_Relations|レイバーリレーション
総務|General_Affairs|ジェネラルアフェアーズ 翻訳|Translation|トランスレーション
通訳|Interpreting|インタープリティング イベント運営|Event_Operations|イベントオペレーション
広告運用|Advertising|アドバタイジング 会員施策|Loyalty|ロイヤルティー
ブランド戦略|Brand_Strategy|ブランドストラテジー 市場調査|Market_Insight|マーケットインサイト
店舗開発|Store_Development|ストアデベロップメント 倉庫|Warehouse|ウェアハウス
配送計画|Delivery_Planning|デリバリープランニング
輸出入|Import_and_Export|インポートエクスポート 入札|Bidding|ビディング
積算|Cost_Estimation|コストエスティメーション 設計|Engineering_Design|エンジニアリングデザイン
施工管理|Site_Supervision|サイトスーパービジョン 測量|Surveying|サーベイイング
検査|Inspection|インスペクション 組立|Assembly|アセンブリー
省エネ|Energy_Saving|エナジーセービング 電話受付|Call_Center|コールセンター
債権回収|Collections|コレクション 不正検知|Fraud_Detection|フロードディテクション
補助金|Subsidy|サブシディー 統計|Statistics|スタティスティクス
""")

RANKS = _words("""
マネージャー|Manager|マネージャー ディレクター|Director|ディレクター
アナリスト|Analyst|アナリスト エンジニア|Engineer|エンジニア
コンサルタント|Consultant|コンサルタント プランナー|Planner|プランナー
コーディネーター|Coordinator|コーディネーター スペシャリスト|Specialist|スペシャリスト
アシスタント|Assistant|アシスタント リーダー|Lead|リード アドバイザー|Advisor|アドバイザー
アーキテクト|Architect|アーキテクト オフィサー|Officer|オフィサー
プロデューサー|Producer|プロデューサー トレーナー|Trainer|トレーナー 担当|Associate|アソシエイト
部長|Department_Head|デパートメントヘッド 主任|Supervisor|スーパーバイザー
顧問|Counselor|カウンセラー 技師|Technician|テクニシャン
""")

SUBJECTS = _words("""
解約|churn|チャーン 来店|footfall|フットフォール 返品|returns|リターン 与信|credit|クレジット
請求|billing|ビリング 口コミ|word-of-mouth|クチコミ 納期|lead-time|リードタイム
離職|attrition|アトリション 商談|deal|ディール 紹介|referral|リファラル
欠品|stock-out|ストックアウト 検品|receiving|レシービング 見積|quote|クオート 検索|search|サーチ
予約|booking|ブッキング 決済|payment|ペイメント 照会|enquiry|インクワイアリー
勤怠|attendance|アテンダンス 特許|patent|パテント 原価|unit-cost|ユニットコスト
配属|placement|プレースメント 騒音|noise|ノイズ 温度|temperature|テンパラチャー
渋滞|congestion|コンジェスチョン 停電|outage|アウテージ 漏水|leakage|リーケージ
献立|menu|メニュー 字幕|subtitle|サブタイトル 音声|voice|ボイス 図面|drawing|ドローイング
金型|mould|モールド 塗装|paint|ペイント 廃棄|waste|ウェイスト 苦情|complaint|コンプレイント
会費|membership-fee|メンバーシップフィー 寄付|donation|ドネーション 抽選|lottery|ロッタリー
座席|seat|シート 景品|giveaway|ギブアウェイ 証憑|voucher|バウチャー
""")

ACTIONS = _words("""
予測|forecasting|フォーキャスト 監視|monitoring|モニタリング 最適化|optimisation|オプティマイズ
可視化|visualisation|ビジュアライズ 自動化|automation|オートメーション
標準化|standardisation|スタンダード 分類|classification|クラシファイ 抑制|reduction|リダクション
促進|promotion|プロモーション 照合|matching|マッチング 追跡|tracking|トラッキング
要約|summary|サマリー 審査|screening|スクリーニング 比較|benchmarking|ベンチマーク
再設計|redesign|リデザイン 集計|aggregation|アグリゲーション 点検|check-up|チェックアップ
復旧|recovery|リカバリー 試算|simulation|シミュレーション 交渉|negotiation|ネゴシエーション
教習|coaching|コーチング 登録|registration|レジストレーション 保管|storage|ストレージ
移行|migration|マイグレーション
""")

THINGS = _words("""
モデル|model|モデル 会議|committee|コミッティー 指標|metric|メトリック
手順書|playbook|プレイブック 台帳|ledger|レジャー 教材|courseware|コースウェア
契約|agreement|アグリーメント 画面|dashboard|ダッシュボード 装置|device|デバイス
体制|team-setup|チームセットアップ 基準|criteria|クライテリア 工程|workflow|ワークフロー
""")

# What many roles have in common.
SHARED_TAGS = (
    "経営",
    "KPI",
    "改善",
    "組織づくり",
    "予算配分",
    "LTV",
    "DX",
    "SaaS",
    "現場",
    "調整力",
    "Excel",
    "SQL",
)
SHARED_KEYWORDS = (
    "転職",
    "未経験",
    "面接対策",
    "年収アップ",
    "資格",
    "志望動機",
    "キャリアアップ",
    "在宅勤務",
    "副業",
    "interview",
)
CATEGORIES = (
    "marketing",
    "product",
    "engineering",
    "finance",
    "operations",
    "people",
    "design",
    "research",
    "executive",
)
