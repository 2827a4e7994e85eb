"""Everyday words for kinds of work: how people say in a thank-you what a framework says in its own terms.

Written by hand for Trellis, from no other text. A word may stand under several kinds; the kinds are never
shown. `frameworks.suggest` finds a word by its stem.
"""

from types import MappingProxyType

_WORDS = {
    "mobile": "android app apk device handheld handset ios ipad iphone kotlin native offline phone push"
    " swift tablet touch widget",
    "web": "accessibility aria browser button bundle chrome client css dom firefox form frontend"
    " html javascript keyboard layout page react render responsive safari screen site svelte"
    " typescript vue web website widget",
    "backend": "api backend batch cache concurrency database endpoint index latency microservice"
    " migration payload query queue refactor rest schema server service sql storage throughput"
    " timeout transaction webhook",
    "running": "alert automate aws azure backup build capacity ci cloud cluster config container cost"
    " deploy deployment disk docker downtime failover infrastructure kubernetes log monitor"
    " network oncall outage pager patch pipeline platform production provision release"
    " reliability restore rollback rollout scale server terraform tooling upgrade uptime",
    "craft": "bug careful clean code coverage debug defect documentation documented edge lint"
    " maintainable neat postmortem quality readable refactor regression reviewer reviewed"
    " robust standard style tested testing tests thorough typo",
    "planning": "ahead backlog budget coordinate date deadline dependency dependencies estimate goal"
    " kickoff milestone ontime order plan planned planning prioritise priority programme"
    " project risk roadmap schedule scope sequence slip sprint timeline track",
    "delivering": "complete completed deliver delivered delivery done finish finished iterate launch"
    " launched pace quick release ship shipped speed sprint",
    "communicating": "announce articulate audience brief clarity clear communicate demo document email"
    " explain explained heads inform informed language memo message note plain present presentation"
    " presented report share slides spoke status story summarise summary talk tell told"
    " transparent understand update wrote written",
    "feedback": "blunt candid constructive critique direct feedback frank honest kind kindly opinion"
    " praise receive respectful retro review thoughtful truth",
    "initiative": "action answered challenge change drive fix idea improve initiative invent nobody offered"
    " opportunity own owned ownership pitched proactive propose question raise spot stepped"
    " suggest unasked volunteer",
    "growing": "ambition aspiration career development discipline future grow growth interest ladder"
    " manager opportunity path potential progression promote promotion role sponsor stretch"
    " strength succession",
    "mentoring": "beginner buddy coach coached coaching course explain guide guided help hint intern"
    " junior learn lesson lunch mentor mentored onboard onboarding pair paired pairing patient"
    " patiently question session shadow showed started taught teach teaching train trained"
    " training tutor tutorial walkthrough welcome workshop",
    "organising": "agenda bureaucracy committee decision department fair group handover hierarchy meeting"
    " organisation org policy procedure process reorganise responsibility restructure role"
    " rota shift structure team workflow",
    "wellbeing": "balance birthday break burnout calm care celebrate celebration cheer comfort empathy"
    " exhausted family feel happy health holiday home hours kindness leave listen load lovely"
    " mood morale overload overtime overwhelmed party pressure recognise relax rest safe"
    " safety sick stress stressed stressful support tired wellbeing workload",
    "performing": "accountable achieve achievement block blocker clear expect expectation goal motivate"
    " obstacle objective performance potential result target underperform unblock unblocked"
    " weekly",
    "speaking": "article audience author award blog brand conference event external interview journal"
    " keynote meetup newsletter opensource panel podcast press public publish published"
    " represent speak speaker talk university visibility webinar",
    "hiring": "applicant candidate close hire hired hires hiring interview interviewer join joined"
    " offer onsite panel recruit recruiter recruiting recruitment refer referral referred"
    " resume role source sourcing talent university vacancy",
    "community": "belong charity club culture diverse diversity donate event fun game guild inclusion"
    " inclusive invite lunch minority outing party slack social society together trip values"
    " volunteer welcome",
    "users": "accessibility complaint customer customers experience insight interview journey need"
    " pain persona prototype research survey usability use user users",
    "data": "ab analyse analysis analyst analytics chart cohort correlation dashboard data dataset"
    " experiment figure figures forecast funnel hypothesis insight kpi measure metric metrics"
    " model numbers query report sample spreadsheet sql statistic statistical tracking trend",
    "solving": "alternative ambiguity analyse assumption cause complex creative diagnose dig framework"
    " hypothesis investigate issue logic option problem problems puzzle reason root simple"
    " simplify solution solve solved tackle tricky underlying unknown why",
    "knowing": "aware competitor depth domain expert expertise experience familiar field industry"
    " insight know knowledge knowledgeable landscape learn market master regulation skilled"
    " specialist subject technical technology trend understand understanding",
    "leading": "accountable autonomy charge coordinate decision decide delegate delegated direct"
    " direction empower empowered example followed guide inspire inspired lead leader"
    " leadership led manage motivate objective rally responsibility steer strategy strategic"
    " team trust vision",
    "influencing": "align alignment agree ally advocate buyin collaborate compromise consensus convince"
    " convinced coordinate department disagreement encourage exec executive influence"
    " leadership mediate negotiate network partner persuade relationship stakeholder sway wide",
    "selling": "account buyer close closed commission contract deal demo discount forecast lead"
    " negotiate opportunity pipeline pitch pricing proposal prospect purchase quota renewal"
    " revenue sale sales sell signed upsell win won",
    "supporting": "angry apologise answer calm call case chat churn complaint customer escalate escalation"
    " frustrated helpdesk inbox patient refund renew reply request resolve response satisfied"
    " satisfaction ticket tickets",
    "designing": "aesthetic animation brand colour component consistent contrast design designer designs"
    " figma font icon illustration layout mockup prototype sketch typography ui usability ux"
    " visual wireframe",
    "complying": "approval audit breach comply compliance conduct confidential consent contract control"
    " fraud gdpr governance law lawyer legal licence policy privacy regulator regulatory risk"
    " rule security sensitive",
    "finance": "account accounting accrual audit balance bill billing bookkeeping budget cash close cost"
    " expense finance financial forecast invoice ledger money payment payroll payslip price"
    " procurement reconcile saving spend supplier tax",
    "operating": "automate automated checklist efficiency efficient equipment facility form handover"
    " inventory logistics manual office operation procedure process queue record shift"
    " spreadsheet supplier template tool vendor workflow",
    "teaming": "collaborate collaboration colleague cooperate cover dependable everyone fellow group"
    " hand help helped helpful helping offered pair peer pitch relationship rely support"
    " supported supportive team teammate teams together trust",
    "learning": "book certificate course curious curiosity experiment improve learn learned learning"
    " lesson mistake new reflect research self skill study taught understand",
    "conducting": "behaviour calm commitment dependable ethic ethical example fair honest honesty humble"
    " integrity polite professional promise punctual reliable respect respectful role trust"
    " values",
    "impacting": "ambiguity benefit business company consequence effect effective effort goal impact"
    " matter objective outcome reach result scope strategic value valuable wide",
    "marketing": "ad ads advert audience awareness brand campaign channel click content copy copywriting"
    " creative email engagement launch market marketing message newsletter positioning press"
    " reach search segment seo slogan social webinar",
    "deciding": "choose chose compromise cut decide decided decision evaluate evidence judgement option"
    " priority prioritise prioritisation say tradeoff weigh",
}

KINDS = MappingProxyType({kind: (kind, *words.split()) for kind, words in _WORDS.items()})
"""The words of each kind of work, the kind's own name first."""

_IDLE = (
    "a about all also am an and any are as at be been but by can could did do does every for from"
    " get got great had has have he her him his how huge i if in into is it its just made make makes"
    " many massive me more most much my no not of on or our out props really she shout shoutout so"
    " some than thank thanks that the their them then there they this to too up us very was we were"
    " what when which who will with would you your"
)
IDLE = frozenset(_IDLE.split())
"""Words that say nothing of what was done."""
