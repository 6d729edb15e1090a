"""Terms of working life that mean the same: abbreviations, English and Japanese."""

from __future__ import annotations

_GROUPS = """
ab test|a/b|a/bテスト
alert|アラート|通知|警告
analysis|analyze|analyse|分析|解析
agreement|合意|契約
automation|automate|automated|automatically|自動|自動化
awareness|認知|認知度
audit|監査
auditor|監査人|会計士|監査法人
backlog|バックログ
benchmark|ベンチマーク
bias|バイアス|偏り
brand|ブランド
budget|予算
bug|defect|バグ|不具合|欠陥
campaign|キャンペーン|販促
career|キャリア|経歴
case|事例|ケース
change|変化|変更|変革
checklist|チェックリスト|チェック表
churn|チャーン|解約|離脱|解約率
client|customer|クライアント|顧客|客|お客様|取引先
code|コード
cac|顧客獲得コスト
cpa|獲得単価|顧客獲得単価
cvr|conversion|コンバージョン|転換率|成約率
ctr|クリック率
communication|コミュニケーション|意思疎通
community|コミュニティ
competitor|競合|他社
compliance|コンプライアンス|法令遵守
component|コンポーネント|部品
confidence|信頼|確信
consent|同意
contract|契約|契約書
cost|コスト|費用|経費
cs|カスタマーサクセス
dashboard|ダッシュボード
data|データ
deadline|締め切り|締切|期限|納期
demand|需要
deploy|deployment|release|リリース|デプロイ
design|デザイン|設計
document|documentation|docs|文書|文書化|資料|ドキュメント
duplicate|重複
efficiency|効率|効率化
employee|staff|社員|従業員|スタッフ
engineer|エンジニア|開発者|技術者
escalate|escalation|エスカレーション|エスカレ
estimate|見積もり|見積
evidence|証拠|証憑|根拠
experiment|実験|検証
feedback|フィードバック|講評
follow-up|followup|フォロー|フォローアップ
forecast|予測|見込み
goal|target|objective|ゴール|目標|目的
governance|ガバナンス|統制
guideline|ガイドライン|指針
handover|引き継ぎ|引継ぎ
hire|hiring|recruit|recruiting|採用
hypothesis|仮説
impact|影響|インパクト|効果
improvement|improve|改善
incident|インシデント|障害|事故
index|indicator|metric|metrics|kpi|指標
insight|インサイト|洞察
interview|インタビュー|面接|面談|取材
inventory|stock|在庫
invoice|請求書
issue|problem|課題|問題
law|legal|法律|法務|法令
lead|leads|リード|見込み客
leader|manager|上司|管理職|マネージャー|リーダー
ltv|顧客生涯価値|生涯価値
maintenance|保守|保全
market|市場|マーケット
measure|measurement|計測|測定
meeting|ミーティング|会議|打ち合わせ
mentor|buddy|メンター|相談役
mfa|多要素認証|二段階認証
monitor|monitoring|監視|モニタリング
negotiate|negotiation|交渉
nps|推奨度|満足度|satisfaction
onboarding|オンボーディング
operation|operations|運用|運営|オペレーション
partner|partnership|パートナー|提携
persona|ペルソナ
pilot|trial|試行|試験導入|トライアル
plan|計画|プラン
policy|方針|ポリシー
portfolio|ポートフォリオ
price|pricing|価格|値段|プライシング
prioritize|priority|prioritization|優先|優先順位|優先度
privacy|プライバシー|個人情報
process|プロセス|工程|手順
profit|margin|利益|粗利|利益率
progress|進捗
prototype|プロトタイプ|試作
qualitative|定性
quality|品質
quantitative|定量
question|質問|問い
recommendation|提言|提案|推奨
refactor|refactoring|リファクタリング
report|レポート|報告
requirement|requirements|要件|要望
research|survey|調査|リサーチ
resistance|抵抗|反対|反発
resource|resources|リソース|資源
result|results|結果|成果
retention|リテンション|継続率|定着|維持率
retrospective|振り返り|ふりかえり
revenue|sales|売上|売り上げ|営業
review|レビュー|見直し|点検
risk|リスク
roadmap|ロードマップ
roas|広告費用対効果
roi|費用対効果|投資対効果|投資利益率
role|役割
root cause|原因
rule|ルール|規則|決まり
safety|安全
sample|サンプル|標本
scenario|シナリオ
schedule|スケジュール|日程
scope|スコープ|範囲
security|セキュリティ
segment|segmentation|セグメント|層
sla|サービス水準合意
slo|サービスレベル目標
sop|標準作業手順書|作業手順書
stakeholder|stakeholders|ステークホルダー|関係者|利害関係者
standard|standardize|標準|標準化
story|ストーリー|物語
strategy|戦略
supplier|vendor|ベンダー|仕入先|業者|取引業者
support|サポート|支援
system|システム|仕組み
task|タスク|作業
team|チーム|部署
template|テンプレート|ひな形|雛形|ひな型|書式
test|testing|テスト|試験|検査
timing|タイミング|時期
toil|トイル|雑務
tone|トーン
tool|ツール|道具
track|追跡|トラック
traffic|流入|アクセス
training|workshop|トレーニング|研修|訓練|講習|勉強会|演習
transparency|透明性
trust|信頼|信頼関係
usability|ユーザビリティ|使いやすさ
user|users|ユーザー|利用者
value|価値|バリュー
visualization|visualize|可視化|見える化
wacc|資本コスト
workflow|業務の流れ|ワークフロー
yield|歩留まり
"""


def groups() -> list[tuple[str, ...]]:
    """Terms that mean the same, lower-case."""
    return [tuple(line.split("|")) for line in _GROUPS.strip().splitlines()]


_GROUP = {term: number for number, terms in enumerate(groups()) for term in reversed(terms)}


def group_of(term: str) -> int | None:
    """The number of the group a lower-case term belongs to."""
    found = _GROUP.get(term)
    return _GROUP.get(term[:-1]) if found is None and term.endswith("s") else found
