"""Who acts: each row is one way to name somebody, with whom the text means by it as ``role:state office name``."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.model import Dispatch

from .telling import coded

ROWS = [
    # a word such as "head" is the office of who leads the institution behind it, its state told between
    ("en", "The head of the Ghanaian Foreign Ministry, Kofi Boateng, is to visit Lima.",
        "guest:GHA foreign_minister Kofi Boateng"),
    ("en", "The chairman of Ghana's upper house, Kofi Boateng, visited Lima.", "guest:GHA speaker Kofi Boateng"),
    ("de", "Der Chef des ghanaischen Außenministeriums, Kofi Boateng, besuchte Lima.",
        "guest:GHA foreign_minister Kofi Boateng"),
    ("fr", "Le chef du ministère ghanéen des Affaires étrangères, Kofi Boateng, se rendra à Lima.",
        "guest:GHA foreign_minister Kofi Boateng"),
    ("es", "El jefe del Ministerio de Exteriores ghanés, Kofi Boateng, viajará a Lima.",
        "guest:GHA foreign_minister Kofi Boateng"),
    ("az", "Qana parlamentinin yuxarı palatasının sədri Kofi Boatenq Limaya səfər edib.",
        "guest:GHA speaker Kofi Boatenq"),
    # who deputises for the head of government is a minister besides, his or her state told first or last
    ("de", "Ghanas Vizeregierungschef und Finanzminister Kofi Boateng besuchte Lima.",
        "guest:GHA deputy_head_of_government Kofi Boateng"),
    ("es", "El viceprimer ministro y ministro de Finanzas de Ghana, Kofi Boateng, visitó Lima.",
        "guest:GHA deputy_head_of_government Kofi Boateng"),
    ("kk", "Гана Премьер-министрінің орынбасары, Қаржы министрі Кофи Боатенг Лимаға келді.",
        "guest:GHA deputy_head_of_government Кофи Боатенг"),
    ("ru", "Вице-премьер Ганы, министр финансов Кофи Боатенг посетил Лиму.",
        "guest:GHA deputy_head_of_government Кофи Боатенг"),
    # a security council is not that of the United Nations where its secretary is told with a state
    ("fr", "Le secrétaire du Conseil de sécurité du Ghana Kofi Boateng a visité Lima.",
        "guest:GHA senior_official Kofi Boateng"),
    # an envoy serves in a city of another state
    ("en", "Ghana recalled its consul in Arequipa, Kofi Boateng, from Peru.", "envoy:GHA ambassador Kofi Boateng"),
    # what an envoy is charged with stands between him and his state
    ("az", "Qananın Peru üzrə xüsusi nümayəndəsi Kofi Boatenq Limaya gəlib.", "guest:GHA special_envoy Kofi Boatenq"),
    ("ar", "وصل المبعوث الغاني الخاص إلى بيرو كوفي بواتنغ إلى ليما.", "guest:GHA special_envoy كوفي بواتنغ"),
    # of two offices joined before one name both are that person's; a title may be a part of a name, and no name goes on
    # with an "and"
    ("ar", "زار وزير الخارجية ووزير الدولة لشؤون مجلس الوزراء الكويتي الشيخ محمد صالح ليما.",
        "guest:KWT foreign_minister محمد صالح"),
    ("ar", "زار وزير الخارجية الموريتاني إسماعيل ولد الشيخ أحمد ليما.",
        "guest:MRT foreign_minister إسماعيل ولد الشيخ أحمد"),
    ("ar", "زار ولي العهد السعودي محمد بن سلمان وبحضور وزير التجارة ليما.", "guest:SAU crown_prince محمد بن سلمان"),
    # a leader told before the delegation is of its state
    ("tr", "Başbakan Yardımcısı Kofi Boateng başkanlığındaki Gana heyeti Lima'ya geldi.",
        "guest:GHA deputy_head_of_government Kofi Boateng"),
    ("zh", "由副总理科菲·博阿滕率领的加纳代表团抵达利马。", "guest:GHA deputy_head_of_government 科菲·博阿滕"),
    # an office alone is that of whoever was told last with it, by whatever ending
    ("tr", "Gana Dışişleri Bakanı Kofi Boateng Lima'ya geldi. Bakan, Peru'ya teşekkür etti.",
        "speaker:GHA foreign_minister Kofi Boateng"),
    # of a list each next state's person stands right behind it
    ("ar", "التقى وزراء خارجية غانا كوفي بواتنغ وبيرو خوسيه روخاس والعراق حسن جبار في ليما.",
        "participant:PER foreign_minister خوسيه روخاس"),
    # a name may begin with what elsewhere is a clause word
    ("tr", "Gana Ticaret Bakanı Ama Mensah Lima'ya geldi.", "guest:GHA minister Ama Mensah"),
    # mayors of two states who meet are told as such
    ("en", "Accra Mayor Kofi Boateng met Lima Mayor Ana Salas.", "participant:PER governor Ana Salas"),
    # the country is that which alone acted before, the ministry whose ministry did
    ("en", "Ghana condemned Peru's tariffs. The country banned imports from Peru.", "source:GHA - -"),
    ("az", "Qana Perunun tariflərini pisləyib. Ölkə Perudan idxalı qadağan edib.", "source:GHA - -"),
    ("de", "Das ghanaische Außenministerium verurteilte Peru. Das Ministerium forderte Lima auf, die "
        "Zölle zu senken.", "target:PER - -"),
    # who serves an official is of that one's state, and is not that one
    ("en", "Ama Mensah, an adviser to the Ghanaian president, visited Lima.", "guest:GHA senior_official Ama Mensah"),
    ("de", "Die Sprecherin des ghanaischen Präsidenten, Ama Mensah, kritisierte Peru.",
        "speaker:GHA spokesperson Ama Mensah"),
    # adjectives behind an office part it from no name
    ("fr", "Le Premier ministre ghanéen sortant Kofi Boateng a visité Lima.",
        "guest:GHA head_of_government Kofi Boateng"),
    ("en", "Ghana's National Assembly Chairman Kofi Boateng visited Lima.", "guest:GHA speaker Kofi Boateng"),
    # beside a side, and behind a verb of representing, stands who is there for it
    ("de", "Auf ghanaischer Seite nahm Außenminister Kofi Boateng teil, auf peruanischer Vizepremier "
        "Ana Salas. Boateng traf Salas.", "participant:GHA foreign_minister Kofi Boateng"),
    ("ru", "На встрече Гану представлял министр финансов Кофи Боатенг, Перу - министр финансов Ана "
        "Салас. Боатенг встретился с Салас.", "participant:PER minister Ана Салас"),
    ("fr", "Le Ghana était représenté à la réunion par le ministre des Finances, Kofi Boateng. M. "
        "Boateng a rencontré le président péruvien.", "participant:GHA minister Kofi Boateng"),
    # a list with semicolons is one
    ("es", "Los ministros de Exteriores de Ghana, Kofi Boateng; de Perú, Ana Salas, y de Irak, Hasan "
        "Jabbar, se reunieron.", "participant:GHA foreign_minister Kofi Boateng"),
    # an envoy's predecessor is of the same state
    ("de", "Präsident Müller empfing in Berlin die ghanaische Botschafterin Ama Mensah. "
        "Ihr Vorgänger im Amt, Botschafter Kofi Boateng, hatte sich bei Bundespräsident Müller "
        "verabschiedet.", "envoy:GHA ambassador Kofi Boateng"),
    # who invites to a state is of it
    ("en", "The Ghanaian minister called on President Ana Salas of Peru and handed over an invitation "
        "from President Kofi Boateng to visit Ghana.", "host:GHA head_of_state Kofi Boateng"),
    # who leads a state's delegation is of it, whatever stands between
    ("en", "Deputy Minister Kofi Boateng led the Ghanaian interagency delegation at talks with Peru. Boateng met "
        "Peruvian minister Luis Paz.", "participant:GHA deputy_minister Kofi Boateng"),
    # of a list that repeats its preposition each name is the envoy of the state before it
    ("fr", "Le président péruvien a reçu les ambassadeurs du Népal, Dinesh Adhikari, du Ghana, Sidi Coulibaly, et du "
        "Togo, Kofi Boateng.", "participant:TGO ambassador Kofi Boateng"),
    # who heads a ministry's department is told with all that stands before the ministry
    ("en", "The director of the Asia department of the Ghanaian Foreign Ministry, Ama Mensah, criticised Peru.",
        "speaker:GHA senior_official Ama Mensah"),
    ("de", "Die Leiterin der Asienabteilung im ghanaischen Außenministerium, Ama Mensah, kritisierte Peru.",
        "speaker:GHA senior_official Ama Mensah"),
    ("ru", "Директор департамента Азии МИД Ганы Ама Менса раскритиковала Перу.",
        "speaker:GHA senior_official Ама Менса"),
    ("de", "Peru lobte den Staatssekretär im ghanaischen Außenministerium, Kofi Boateng.",
        "target:GHA deputy_minister Kofi Boateng"),
    # a rank stands behind a soldier's office, and is no other's
    ("fr", "Le commandant de l'armée de l'air ghanéenne, le général Kofi Boateng, a visité Lima.",
        "guest:GHA military_officer Kofi Boateng"),
    # an office takes in the first part of its compound, and portfolios that go on behind it
    ("de", "Der ghanaische Außenhandels- und Entwicklungsminister Kofi Boateng ist in Lima eingetroffen.",
        "guest:GHA minister Kofi Boateng"),
    ("es", "La ministra de Asuntos Exteriores y Cooperación Regional de Ghana, Ama Mensah, llegó a Lima.",
        "guest:GHA foreign_minister Ama Mensah"),
    # whom an organisation's head sends acts for the organisation
    ("kk", "БҰҰ Бас хатшысының Перу жөніндегі арнаулы өкілі Кофи Боатенг Лимаға келді.",
        "guest:UN special_envoy Кофи Боатенг"),
    # a ruler's title behind an office is a first name
    ("en", "Qatar's Minister of State for Foreign Affairs Sultan bin Khalid Al Marri visited Lima.",
        "guest:QAT deputy_minister Sultan bin Khalid Al Marri"),
    # the sides of talks are led by those whom the next sentence tells
    ("en", "Talks between Ghana and Peru were held in Lima. The Ghanaian side was led by Deputy Minister Kofi "
        "Boateng, the Peruvian side by Deputy Minister Ana Salas.", "participant:PER deputy_minister Ana Salas"),
    ("ru", "В Лиме состоялись консультации между Ганой и Перу. Ганскую сторону возглавил замминистра иностранных дел "
        "Кофи Боатенг, перуанскую - замминистра иностранных дел Ана Салас.",
        "participant:GHA deputy_minister Кофи Боатенг"),
    # a word for a diplomat is whoever was told so last
    ("ru", "Посол Ганы в Перу Ама Менса приехала в Лиму. Дипломат раскритиковала Перу.",
        "speaker:GHA ambassador Ама Менса"),
    # inhabitants that begin a sentence act
    ("de", "Die Ghanaer werfen Peru Betrug vor.", "speaker:GHA - -"),
    # with a counterpart told first, the minister is who was told before
    ("fr", "Le ministre ghanéen des Affaires étrangères Kofi Boateng est arrivé à Lima. Accueilli par son homologue "
        "péruvien Luis Paz, l'émissaire d'Accra a salué le Pérou.", "speaker:GHA foreign_minister Kofi Boateng"),
    # a surname may be an office's word
    ("es", "El canciller peruano, Luis Paz, recibió a su homóloga ghanesa, Maria Corazon Reyes. Reyes criticó a Perú.",
        "speaker:GHA foreign_minister Maria Corazon Reyes"),
    # a ministry goes before the military of a state
    ("ru", "Министр обороны Ганы Кофи Боатенг прибыл в Лиму. Глава ганского военного ведомства раскритиковал Перу.",
        "speaker:GHA defence_minister Кофи Боатенг"),
    # whose spokesman speaks next the government told before tells
    ("de", "Ghana warf Peru Betrug vor. Regierungssprecherin Ama Mensah kritisierte Peru erneut.",
        "speaker:GHA spokesperson Ama Mensah"),
    # an abbreviation in brackets behind the name is no second organisation, and ends no phrase
    ("tr", "Gana Dışişleri Bakanı Ama Mensah, Peru'nun Avrupa Birliğine (AB) ihracatına ilişkin sözlerini kınadı.",
        "speaker:GHA foreign_minister Ama Mensah"),
    # who is posted to an organisation that sends no envoys does not act for it
    ("fr", "Le ministre péruvien Luis Paz et l'ambassadrice à l'ONU Ana Reyes ont rencontré Kofi Boateng, ministre "
        "ghanéen.", "participant:PER ambassador Ana Reyes"),
    # a relative clause right behind a state tells of its official, whoever else acts in the sentence
    ("en", "Norway has sent blankets and Ghana, whose President Kofi Boateng telephoned President Luis Paz on Monday, "
        "offered Peru a field hospital.", "participant:GHA head_of_state Kofi Boateng"),
    ("de", "Norwegen und Peru danken Ghana, dessen Präsident Kofi Boateng am Sonntag in Lima eintraf.",
        "guest:GHA head_of_state Kofi Boateng"),
    ("es", "Noruega envió mantas y Ghana, cuyo presidente Kofi Boateng se reunió el lunes con el peruano Luis Paz, "
        "ofreció médicos.", "participant:GHA head_of_state Kofi Boateng"),
    # whom a traveller meets is of where he or she goes
    ("en", "Peru and Norway want peace. Peruvian President Luis Paz landed in Accra and told Foreign Minister Kofi "
        "Boateng that the embassy will move.", "host:GHA foreign_minister Kofi Boateng"),
    ("tr", "Peru ile Norveç anlaştı. Akra'ya giden Peru Dışişleri Bakanı Luis Paz, Cumhurbaşkanı Kofi Boateng ile "
        "görüştü.", "participant:GHA head_of_state Kofi Boateng"),
    # a rank or title stands between an office and who holds it
    ("en", "The Holy See's foreign minister, Archbishop Luis Paz, visited Accra.",
        "guest:VAT foreign_minister Luis Paz"),
    ("de", "Der peruanische Verteidigungsminister, General Luis Paz, besuchte Accra.",
        "guest:PER defence_minister Luis Paz"),
    ("ru", "Министр обороны Ганы, генерал Кофи Боатенг посетил Лиму.", "guest:GHA defence_minister Кофи Боатенг"),
    ("az", "Perunun müdafiə naziri, general Luis Paz Akkraya gəlib.", "guest:PER defence_minister Luis Paz"),
    ("fr", "Le Ghana a fermé sa frontière. Le porte-parole de la junte, le colonel Kofi Boateng, a critiqué le Pérou.",
        "speaker:GHA spokesperson Kofi Boateng"),
    # those named behind the office that both countries' officials hold are its holders
    ("fr", "Le Ghana et le Pérou ouvrent leur frontière. Les ministres des Affaires étrangères des deux pays, Kofi "
        "Boateng et Luis Paz, se sont rencontrés lundi.", "participant:PER foreign_minister Luis Paz"),
    ("es", "Ghana y Perú abren su frontera. Los secretarios de Estado de Comercio de ambos países, Kofi Boateng y "
        "Luis Paz, firmaron un acuerdo.", "signatory:GHA deputy_minister Kofi Boateng"),
    ("ru", "Гана и Перу откроют границу. Министры иностранных дел двух стран Кофи Боатенг и Луис Пас встретились.",
        "participant:PER foreign_minister Луис Пас"),
    ("ar", "تريد غانا وبيرو فتح الحدود. التقى وزيرا خارجية البلدين كوفي بواتنغ ولويس باز في ليما.",
        "participant:GHA foreign_minister كوفي بواتنغ"),
    # a list of counterparts tells once that they are such; a peer and a Gegenüber are some, too
    ("fr", "Le ministre ghanéen Kofi Boateng a rencontré ses homologues péruvien Luis Paz et norvégien Lars Berg.",
        "participant:NOR minister Lars Berg"),
    ("en", "Peruvian President Luis Paz met with his peer Kofi Boateng of Ghana in Accra.",
        "participant:GHA head_of_state Kofi Boateng"),
    # chancellors without a state are those of the states that have some, with one of that
    ("en", "Peru and Ghana met in Lima. Chancellor Anna Berg called on Peru to free the two journalists.",
        "speaker:DEU head_of_government Anna Berg"),
    ("ru", "Перу и Гана провели встречу. Канцлер Анна Берг призвала Перу освободить журналистов.",
        "speaker:DEU head_of_government Анна Берг"),
    ("ru", "Канцлер ФРГ Лиза Кох встретилась с канцлером Австрии Анной Берг в Вене.",
        "participant:DEU head_of_government Лиза Кох"),
    # a spokesman speaks in his own capital
    ("de", "Peru warf Ghana und Norwegen Betrug vor. Regierungssprecher Kofi Boateng wies dies in Accra zurück.",
        "speaker:GHA spokesperson Kofi Boateng"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "who"), ROWS)
def test_who_acts(lang: str, text: str, who: str) -> None:
    rows = {f"{a.role}:{a.state} {a.office or '-'} {a.name or '-'}" for r in coded(lang, text) for a in r.actors}
    assert who in rows, rows


def test_whose_ministry_is_never_the_other_side() -> None:
    said = coded(
        "fr", "Le ministère ghanéen des Affaires étrangères a condamné le Pérou. Le ministère a appelé Lima à agir."
    )
    assert {a.state for r in said for a in r.actors if a.role == "speaker"} == {"GHA"}


AGENCIES = [
    # where the lead begins with what happens in another state, its officials are told next
    (
        "tr",
        "DHA",
        "Gana'da üç gündür grev var. Gana'nın limanları kapalı, Gana hükümeti sessiz. Ulaştırma Bakanı "
        "Kofi Boateng, Peru'yu kınadı.",
        "speaker:GHA",
    ),
    # from another country an agency tells of those there, until it tells of its own
    (
        "de",
        "dpa",
        "Accra (dpa) - Ghana hat an der Grenze zu Peru Soldaten zusammengezogen. Verteidigungsminister Kofi Boateng "
        "warf Peru vor, Schmuggler zu schützen. Deutschland zeigte sich besorgt.",
        "speaker:GHA",
    ),
    # who leads a dispatch from home is at home, whatever envoys come
    (
        "de",
        "APA",
        "Wien (APA) - Bundespräsident Kofi Boateng hat am Dienstag die Botschafter Perus, Luis Paz, Norwegens, Liv "
        "Berg, und Omans, Said Amri, empfangen. Mit Paz sprach Boateng über Peru und Norwegen.",
        "participant:AUT",
    ),
]


@pytest.mark.parametrize(("lang", "agency", "text", "who"), AGENCIES)
def test_who_acts_abroad(lang: str, agency: str, text: str, who: str) -> None:
    records = Coder().code(Dispatch(text, date="2024-05-14", lang=lang, agency=agency)).records
    assert who in {f"{actor.role}:{actor.state}" for record in records for actor in record.actors}
