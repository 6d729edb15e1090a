"""`senpai roles try` and `check --cues`, for authors who tune points and cue phrases."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.cli.process import COMMAND, Senpai
from tests.documents import write

DOCUMENT = """---
slug: buyer
title: バイヤー（Buyer）
---

## 面接でよくある質問

1. **自己紹介をお願いします。**
2. **投資で見ている指標は何ですか。** {#metrics}

   * *回答ポイント：回収期間、資本コスト*
"""
CUES = """metrics:
  回収期間:
  - 何年で元が取れるかを計算しました
  - 費用を回収し終える年を見ます
  資本コスト:
  - 銀行から借りる金利と比べます
"""
ANSWER = "何年で元が取れるかを必ず計算し、\n四年を超える案件は見送る決まりにしました。\n"


@pytest.fixture
def document(tmp_path: Path) -> Path:
    write(tmp_path, "buyer.cues.yaml", CUES)
    return write(tmp_path, "buyer.md", DOCUMENT)


def test_each_answer_is_judged_with_the_reasons(senpai: Senpai, document: Path) -> None:
    out, err = senpai("roles", "try", document, "2", typed=f"{ANSWER}\n\nわかりません\n")
    assert err == ""
    question, *lines = out.splitlines()
    assert question == "質問2：投資で見ている指標は何ですか。"
    covered = next(i for i, line in enumerate(lines) if "回収期間" in line)
    assert lines[covered].startswith("触れています ")
    assert lines[covered + 1].strip() == "根拠：「何年で元が取れるかを必ず計算し、」"
    assert "近い言い方：「何年で元が取れるかを計算しました」" in lines[covered + 2]
    assert next(line for line in lines if "資本コスト" in line).startswith("まだ見当たりません")
    assert "言葉になっていなくても" in out.split("書き方")[1]


@pytest.mark.slow
def test_the_question_may_be_named_by_its_id_and_the_answer_stand_in_a_file(
    senpai: Senpai, document: Path, tmp_path: Path
) -> None:
    answer = write(tmp_path, "answer.txt", ANSWER)
    out, _ = senpai("roles", "try", document, "metrics", "--answer-file", answer, "--locale", "en")
    assert "\ncovered " in out
    assert "nearest phrase: “何年で元が取れるかを計算しました”" in out


@pytest.mark.slow
def test_a_change_of_the_cues_is_seen_at_once(
    senpai: Senpai, document: Path, tmp_path: Path
) -> None:
    process = subprocess.Popen(
        [*COMMAND, "roles", "try", str(document), "2"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=tmp_path,
        env=senpai.environ,
    )
    assert process.stdin
    assert process.stdout

    def told() -> str:
        assert process.stdin
        assert process.stdout
        process.stdin.write("社内の研修で、金利の動きを全員に説明しました。\n\n")
        process.stdin.flush()
        lines = iter(process.stdout.readline, "\n")
        return "".join(lines)

    new = "研修で金利の動きを説明しました"
    with process:
        first = told()
        better = f"{CUES}  - {new}\n"
        document.with_name("buyer.cues.yaml").write_text(better, encoding="utf-8")
        second = told()
    assert "近い言い方：「銀行から借りる金利と比べます」" in first
    assert f"近い言い方：「{new}」" in second
    assert process.returncode == 0


@pytest.mark.slow
def test_a_question_without_points_or_none_at_all(senpai: Senpai, document: Path) -> None:
    out, _ = senpai("roles", "try", document, "1", typed=ANSWER)
    assert "回答ポイントがないため" in out
    assert "書き方" in out
    err = senpai("roles", "try", document, "7", typed=ANSWER, code=1)[1]
    assert "質問「7」はありません" in err
    assert senpai("roles", "try", "nowhere.md", "1", code=2)[1]


@pytest.mark.slow
def test_a_role_that_only_the_library_has_is_no_fault_of_a_document(
    senpai: Senpai, document: Path
) -> None:
    text = DOCUMENT.replace("slug: buyer", "slug: buyer\nrelated_jobs: [cmo]")
    document.write_text(text, encoding="utf-8")
    err = senpai("roles", "try", document, "99", code=1)[1]
    assert len(err.splitlines()) == 1
    assert "質問「99」はありません" in err


@pytest.mark.slow
def test_a_broken_document_is_explained(senpai: Senpai, tmp_path: Path) -> None:
    broken = write(tmp_path, "broken.md", "---\nslug: x\n---\n")
    err = senpai("roles", "try", broken, "1", code=1)[1]
    assert "broken.md:1: title がありません" in err


def test_what_a_terminal_would_obey_is_not_printed(senpai: Senpai, tmp_path: Path) -> None:
    hostile = DOCUMENT.replace("slug: buyer", 'slug: "a\\e[31m"').replace(
        "回収期間", "回収\x9b31m期間"
    )
    file = write(tmp_path, "hostile.md", hostile.replace("指標は", "指標\x1b[31mは"))
    said = [
        *senpai("roles", "check", file, code=1),
        *senpai("roles", "try", file, "2", code=1),
        *senpai("roles", "stats", file),
    ]
    file = write(tmp_path, "hostile.md", file.read_text("utf-8").replace('"a\\e[31m"', "a"))
    said += senpai("roles", "try", file, "2", typed=ANSWER)
    assert any("slug" in each for each in said)
    assert any("指標" in each for each in said)
    for each in said:
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", each)


def test_cues_that_are_missing_or_collide_are_reported_with_their_lines(
    senpai: Senpai, document: Path
) -> None:
    colliding = CUES.replace(
        "銀行から借りる金利と比べます", "何年で元が取れるかと金利を計算しました"
    )
    document.with_name("buyer.cues.yaml").write_text(colliding, encoding="utf-8")
    assert "似ています" not in senpai("roles", "check", document)[0]
    found = json.loads(senpai("roles", "check", document, "--cues", "--json")[0])
    collisions = [each for each in found if each["code"] == "check-cues-collide"]
    assert [(Path(each["file"]).name, each["line"]) for each in collisions] == [
        ("buyer.cues.yaml", 3),
        ("buyer.cues.yaml", 6),
    ]
    assert "「回収期間」の「何年で元が取れるかを計算しました」" in collisions[1]["message"]


@pytest.mark.slow
def test_points_without_cues_are_named_by_question(senpai: Senpai, document: Path) -> None:
    cues = document.with_name("buyer.cues.yaml")
    cues.write_text(CUES.split("  資本", maxsplit=1)[0], encoding="utf-8")
    assert "（質問2）" in senpai("roles", "check", document)[0]
    out, _ = senpai("roles", "check", document, "--cues", "--strict", code=1)
    assert "buyer.md:9: warning: 質問2の「資本コスト」に手がかりがありません" in out
    cues.unlink()
    assert "「回収期間、資本コスト」" in senpai("roles", "check", document, "--cues")[0]
