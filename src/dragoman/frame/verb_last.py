"""Subject and object where the verb comes last, as in the Turkic languages.

The subject stands first in the sentence and holds for all its verbs. Two forms of a verb have another: a participle
before a noun has that noun (``Bakü'ye gelen Cumhurbaşkanı``), a nominal form the genitive before it (``Aliyev'in
geleceğini``). A bare state right before a noun that is somebody's (``Bakü ziyareti``) goes with that noun.
"""

from __future__ import annotations

import re

from dragoman.find.mention import ActorMention, Cue, Sentence, list_of
from dragoman.lang.pack import Pack

Actors = list[ActorMention]
_HEAD = 140  # how far behind a participle the noun may stand, other participles between


def verb_last(
    sentence: Sentence, inside: Actors, cue: Cue, low: int, folded: str, pack: Pack
) -> tuple[Actors, Actors, Actors]:
    """Subject, objects and the bare states that belong to the cue's noun; ``inside`` are the clause's actors."""
    compound = [a for a in inside if _is_compound(a, cue, folded, pack)]
    bare = [a for a in inside if not a.marker and not a.attributive and a not in compound]
    spoken = _heard(bare, sentence, cue, folded)
    accusative = [a for a in inside if a.marker == "obj"]
    words = folded[cue.start : cue.end].split()
    acts = cue.pattern.value == "action"
    owners = [a for a in inside if a.marker == "of" and a.end <= cue.start]
    subject: Actors = []
    # a cue may hold actors between its first word and its verb
    before = [a for a in spoken if a.start < cue.end and not _in_object(a, sentence, folded, pack)]
    reported = pack.verb_form("nominal", words[-1]) and _reported(cue, folded, pack)
    if pack.verb_form("attributive", words[-1]) or (reported and _own_words(cue, words[-1], pack)):
        subject = _head_noun(sentence, cue, folded, pack)
    elif acts and pack.verb_form("bidden", words[-1]) and accusative:
        # "X Y-i qoşunlarını çıxarmağa çağırıb": Y is to do it, to X
        subject = list_of(accusative, accusative[0])
        accusative = [*(a for a in accusative if a not in subject), *before[:1]]
    elif acts and _told_by_another(before, words[-1], pack):
        subject = list_of(before, before[-1])
    elif owners:
        last = owners[-1]
        if _is_subject(last, cue, words[-1], before, pack) or _names_act(last, cue, words[-1], pack):
            subject = list_of(owners, last)
        elif not before and last.name and last.office and cue.pattern.value == "visit" and _goes_on(words[-1], pack):
            subject = list_of(owners, last)  # "Bakan'ın Kabil'e geçerek görüşeceği": of the nominal verb behind
    elif acts and pack.verb_form("nominal", words[-1]) and not spoken:
        subject = _before_participle(sentence, low, folded, pack)
    if subject:
        # the sentence's own subject has no part in what another does in it
        bare = [a for a in bare if a in subject or cue.end > a.start > subject[0].start]
    elif before and not (acts and _hangs_on(before, sentence, cue, low, folded, pack)):
        subject = list_of(before, before[0])
    elif acts:
        # "Rus uçakları Romanya hava sahasını ihlal etti": a people's name tells whose the doers are
        weak = [a for a in inside if a.weak and a.start < cue.start and not _in_object(a, sentence, folded, pack)]
        # "Peru, ... Ganalı balıkçıyı affetti": right before the verb's object a people's name tells whose that is
        own = weak and len(words) > 1 and weak[0].end + 1 == cue.start and _outside(sentence, cue, low, folded, pack)
        subject = own or weak[:1]
    if not subject:
        subject = _speaker_behind(bare, cue, folded) or _outside(sentence, cue, low, folded, pack)
    objects = [*accusative, *(a for a in bare if a not in subject)]
    return subject, objects, compound


def _hangs_on(before: Actors, sentence: Sentence, cue: Cue, low: int, folded: str, pack: Pack) -> bool:
    """Whether those of an act's clause are nobody's officials, so that a state told before the comma acts:
    ``Peru, aranan eski bakanı Gana'ya iade etti``."""
    told = any(a.state or a.name or a.ref for a in before)
    return not told and any(a.state for a in _outside(sentence, cue, low, folded, pack))


def _told_by_another(before: Actors, last: str, pack: Pack) -> bool:
    """Whether a state behind the one that says so acts in a nominal clause: ``Министрлік Перу кемені босатқанын
    мәлімдеді``."""
    if len(before) < 2 or not pack.verb_form("nominal", last):
        return False
    says, own = before[0], before[-1]
    listed = says.list_id and says.list_id == own.list_id
    return bool(says.office or says.name or says.form == "institution") and own.form == "state" and not listed


def _before_participle(sentence: Sentence, low: int, folded: str, pack: Pack) -> Actors:
    """The genitive that acts in a nominal clause where a participle with its noun stands between the two:
    ``Peru'nun ödenmeyen faturalar yüzünden elektriği kestiğini``."""
    before = [a for a in sentence.actors if a.end <= low]
    near = before[-1] if before else None
    if near is None or near.marker != "of" or not near.state:
        return []
    words = folded[near.end : low].split()
    plain = len(words) == 1 and pack.verb_form("attributive", words[0]) and not pack.verb_form("nominal", words[0])
    return list_of(before, near) if plain else []


_NEAR = 80
_BESIDE = 24


def _speaker_behind(bare: Actors, cue: Cue, folded: str) -> Actors:
    """Who stands right behind a verb of saying that follows a quotation: ``"...", - деді Президент``."""
    group = cue.pattern.group
    closes = '"' in folded[max(0, cue.start - _BESIDE) : cue.start]
    if group is None or group.kind != "statement" or not closes:
        return []
    rows = [a for a in bare if 0 < a.start - cue.end <= _BESIDE]
    return list_of(rows, rows[0]) if rows else []


def _is_subject(owner: ActorMention, cue: Cue, last: str, before: Actors, pack: Pack) -> bool:
    """Whether a genitive is the subject of a nominal form; a plural form and what a state says are the speaker's own.

    ``Fidan, Türkiye'nin çabalarını desteklediklerini söyledi``
    """
    if not pack.verb_form("nominal", last):
        return False
    group = cue.pattern.group
    says = group is not None and group.kind == "statement"
    return not before or not (pack.verb_form("plural", last) or (says and not (owner.name or owner.office)))


def _goes_on(last: str, pack: Pack) -> bool:
    """Whether a verb leads to another behind it, and has its subject."""
    return pack.verb_form("linking", last) and not pack.verb_form("nominal", last)


def _names_act(owner: ActorMention, cue: Cue, last: str, pack: Pack) -> bool:
    """Whether the cue is a noun that tells what the genitive before it does: ``Aliyev'in ziyareti``."""
    group = cue.pattern.group
    args = group.args if group else {}
    if args.get("of") and args.get("of") != args.get("subj"):
        return False
    finite = re.compile(pack.finite).fullmatch(last) if pack.finite else None
    return finite is None and pack.verb_form("possessed", last) and cue.start - owner.end < _NEAR


def owner_before(sentence: Sentence, cue: Cue, low: int, folded: str, pack: Pack) -> Actors:
    """Whose act a noun names behind a participle that hangs on it: ``X'in haziranda yapılması planlanan ziyareti``."""
    words = folded[cue.start : cue.end].split()
    if not pack.verb_form("possessed", words[0]) or pack.looks("finite", words[0]):
        return []
    group = cue.pattern.group
    if group is None or "subj" not in group.args or group.args.get("of", group.args["subj"]) != group.args["subj"]:
        return []
    before = [a for a in sentence.actors if a.end <= low and not a.attributive]
    near = before[-1] if before else None
    return list_of(before, near) if near and near.marker == "of" and cue.start - near.end < _HEAD else []


def _in_object(actor: ActorMention, sentence: Sentence, folded: str, pack: Pack) -> bool:
    """Whether a bare state only qualifies a noun with a case behind it: ``Eritre sınırına``."""
    if actor.office or actor.name or actor.ref or actor.form == "institution":
        return False
    # "Peru pazartesi günü", "Peru Hürmüz Boğazı'nda": a day or place of the clause is no noun of the state's
    starts = [row.start for row in sentence.actors] + [row.start for row in sentence.dates]
    starts += [hit.start for hit in sentence.places if hit.entry.table == "place"]
    follows = min((start for start in starts if start > actor.end), default=actor.end + 40)
    behind = folded[actor.end : min(actor.end + 40, follows)]
    if not behind.startswith(" ") or any(a.start == actor.end + 1 for a in sentence.actors):
        return False
    words = behind.split()[:2]
    if words and words[0] in pack.sets["determiners"]:
        return False  # "Peru bunu", "Peru kendi kararını": no noun is the state's
    for word in words:
        if pack.verb_form("possessed", word) and pack.verb_form("oblique", word):
            return True
        if not word.isalpha():
            return False
    return False


def _own_words(cue: Cue, last: str, pack: Pack) -> bool:
    """Whether a nominal form tells what its speaker says or does: a statement, or a plural."""
    group = cue.pattern.group
    return pack.verb_form("plural", last) or (group is not None and group.kind == "statement")


def _reported(cue: Cue, folded: str, pack: Pack) -> bool:
    """Whether a participle with its noun behind it follows: ``destekleyeceklerini belirten Fidan``."""
    following = folded[cue.end : cue.end + 40].split(",")[0].split()[:3]
    return any(pack.verb_form("attributive", word) for word in following)


def _is_compound(actor: ActorMention, cue: Cue, folded: str, pack: Pack) -> bool:
    """Whether a bare state stands right before the cue's noun, which is told to be somebody's."""
    if actor.marker or actor.office or actor.name or actor.ref or actor.form == "adj":
        return False
    return actor.end + 1 == cue.start and pack.verb_form("possessed", folded[cue.start : cue.end].split()[0])


def _head_noun(sentence: Sentence, cue: Cue, folded: str, pack: Pack) -> Actors:
    """The noun on which a participle hangs: the first actor behind it that stands right behind a participle."""
    for actor in sentence.actors:
        if actor.start >= cue.end and actor.start - cue.end < _HEAD:
            words = folded[cue.start : actor.start].rsplit(None, 2)
            if folded[actor.start - 1] == " " and any(pack.verb_form("attributive", word) for word in words[-1:]):
                return list_of(sentence.actors, actor)
    return []


def _quoted(place: int, sentence: Sentence, folded: str) -> bool:
    """Whether a place of the sentence stands inside quotation marks."""
    return folded.count('"', sentence.span.start, place) % 2 == 1


def _heard(actors: Actors, sentence: Sentence, cue: Cue, folded: str) -> Actors:
    """Who may be the subject: what is told in a quotation acts only there, and who says it speaks in it too."""
    outside = [a for a in actors if not _quoted(a.start, sentence, folded)]
    if not _quoted(cue.start, sentence, folded):
        return outside
    says = cue.pattern.group is not None and cue.pattern.group.kind == "statement"
    inside = [a for a in actors if a not in outside]
    return outside or inside if says else inside or outside


def _outside(sentence: Sentence, cue: Cue, low: int, folded: str, pack: Pack) -> Actors:
    """The subject of a clause that tells none: that of the sentence."""
    rows = [
        a
        for a in sentence.actors
        if a.end <= low and not a.marker and not a.attributive and (a.state or a.name or a.office or a.ref)
    ]
    rows = [a for a in rows if not _in_object(a, sentence, folded, pack)] or rows
    rows = _heard(rows, sentence, cue, folded)
    return list_of(rows, rows[0]) if rows else []
