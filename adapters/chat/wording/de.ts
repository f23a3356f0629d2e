import type { Wording } from "./wording.ts";

export const de = {
  tag: "de",
  name: "Deutsch",
  buttons: {
    evidence: "🔎 Beleg",
    share: "↗️ Teilen",
    report: "Falsch oder veraltet?",
    back: "Zurück",
    open: "Beleg fragen",
    newer: "◀ Neuere",
    older: "Ältere ▶",
    forget: "Meine Daten löschen",
  },
  answer: {
    asOf: "Stand: {date}",
    corrected: "Berichtigt am {date}: {reason}",
    withdrawn: "Diese Antwort wurde zurückgezogen.",
    withdrawnAt: "Diese Antwort wurde am {date} zurückgezogen: {reason}",
    unknown: "Diese Antwort steht nicht mehr in der Faktensammlung.",
    changed: "Diese Antwort hat sich seitdem geändert. So lautet sie jetzt.",
    nearest: "Am nächsten kommt",
    stale: "Mein neuester Fakt ist vom {date}; vielleicht gibt es spätere Nachrichten.",
    late: "Das haben Sie {when} gefragt, als ich nicht erreichbar war.",
  },
  report: {
    heading: "Was stimmt daran nicht?",
    reasons: {
      wrong: "Es ist falsch",
      outdated: "Es ist veraltet",
      source: "Die Quelle sagt etwas anderes",
      question: "Danach hatte ich nicht gefragt",
    },
    thanks: "Danke. Die Redaktion sieht es sich an.",
    comment: "In Ihren Worten (nichts über Sie selbst)",
    lost: "Das ließ sich gerade leider nicht festhalten. Bitte versuchen Sie es später noch einmal.",
  },
  check: {
    heading: "Was die Quellen dazu sagen",
    nothing: "Die Quellen sagen dazu nichts.",
    rest: {
      one: "Zu einer weiteren Aussage sagen sie nichts.",
      other: "Zu {count} weiteren Aussagen sagen sie nichts.",
    },
    nearest: "Das sagen die Quellen nicht. Am nächsten kommt:",
    local: "Setzen Sie den Text hinter den Befehl: /check …",
    usage:
      "Antworten Sie mit /check auf eine Nachricht oder leiten Sie sie an mich weiter, dann zeige ich, was die Quellen dazu sagen.",
  },
  timeline: { heading: "Was wann geschah", empty: "Die Quellen datieren kein Ereignis." },
  sources: { heading: "Was ich lese" },
  page: "{page} von {pages}",
  start: {
    welcome:
      "Hallo, ich bin Beleg. Ich beantworte Fragen zu „{title}“ und nenne jedes Mal die Quelle, die das sagt. Steht etwas nicht in den Quellen, sage ich auch das.",
    try: "Fragen Sie einfach mit eigenen Worten oder tippen Sie auf eine Frage:",
  },
  help: {
    commands: "Befehle",
    groups: "In Gruppen: /ask und Ihre Frage, oder antworten Sie auf eine meiner Nachrichten.",
    inline: "In jedem Chat: {bot} und Ihre Frage tippen, dann eine Antwort zum Senden auswählen.",
    check: "Leiten Sie eine Nachricht an mich weiter, und ich zeige, was die Quellen dazu sagen.",
    apps: "An jeder Nachricht: Apps, dann „{command}“.",
  },
  settings: {
    heading: "Einstellungen",
    explanation: "Sprache der Knöpfe und Seiten, und der Antworten, wenn ich die Sprache einer Frage nicht erkenne:",
    automatic: "Wie in meiner App",
    asAsked: "In der Sprache der Frage antworten",
    always: "Immer auf {language} antworten",
    saved: "Gespeichert.",
    unsaved: "Erledigt, ließ sich aber nicht speichern und geht beim nächsten Neustart verloren.",
    private: "Für Ihre Einstellungen schreiben Sie mir bitte privat.",
  },
  privacy: {
    heading: "Datenschutz",
    local: "Alles geschieht auf diesem Rechner. Nichts wird gespeichert, und nichts verlässt ihn.",
    questions:
      "Ihre Fragen werden auf dem Server des Betreibers im Arbeitsspeicher beantwortet. Sie werden nicht gespeichert, und kein anderer Dienst bekommt sie.",
    conversation:
      "Damit Sie nachfragen können, behalte ich Wörter Ihrer letzten Frage und die Nummer der Antwort im Arbeitsspeicher, höchstens {minutes} Minuten. Ein Neustart löscht sie.",
    settings:
      "Wenn Sie in /settings eine Sprache wählen, wird die Wahl unter einem Schlüssel gespeichert, der aus Ihrer Kontonummer gebildet ist und sich ohne das Geheimnis des Betreibers nicht zurückrechnen lässt, bis {days} Tage, nachdem Sie mir zuletzt geschrieben haben.",
    reports:
      "Wenn Sie eine Antwort beanstanden, werden die Nummer der Antwort, Ihr Grund, die Sprache und der Tag gespeichert, ohne Sie. Sie werden nach {days} Tagen gelöscht.",
    comments: "Schreiben Sie nichts über sich selbst in eine Meldung: Ihre Worte werden mit ihr aufbewahrt.",
    updates:
      "Nummern schon beantworteter Nachrichten werden gespeichert, damit nichts doppelt beantwortet wird: höchstens die letzten {count}, ohne Inhalt und Absender.",
    limits: "Gegen Überflutung zähle ich Ihre Nachrichten eine Minute lang im Arbeitsspeicher.",
    log: "Im Protokoll stehen weder Fragen noch Konten.",
    platform: "Was {platform} selbst speichert, steht in dessen Datenschutzerklärung.",
    erase: "Was über Sie da ist, können Sie sofort löschen:",
  },
  notForgotten:
    "Ihre Einstellungen ließen sich gerade nicht von der Platte löschen. Bitte versuchen Sie es später noch einmal.",
  forgotten:
    "Erledigt: Ihre Einstellungen und unser Gespräch sind gelöscht. In Meldungen an die Redaktion stand nie etwas über Sie.",
  notices: {
    failed: "Bei mir ist etwas schiefgegangen. Bitte fragen Sie gleich noch einmal.",
    tooMany: "Das war viel auf einmal. Bitte geben Sie mir eine Minute und fragen Sie dann weiter.",
    onlyText: "Ich lese nur Text. Bitte tippen Sie Ihre Frage.",
    nothingToShow: "Diese Antwort konnte ich nicht zeigen. Bitte fragen Sie mit anderen Worten.",
    restarting: "Ich starte gerade neu. Bitte fragen Sie gleich noch einmal.",
  },
  commands: {
    ask: "Eine Frage zu den Nachrichten stellen",
    check: "Eine Nachricht an den Quellen prüfen (als Antwort darauf)",
    timeline: "Was wann geschah",
    sources: "Worauf sich die Antworten stützen",
    help: "Was ich kann, mit Beispielen",
    settings: "Ihre Sprache wählen",
    privacy: "Was gespeichert wird, wie lange, und wie man es löscht",
    forget: "Löschen, was über Sie gespeichert ist",
    start: "Anfangen",
    about: "Was dieser Bot ist und wie er antwortet",
  },
  names: {
    ask: "fragen",
    timeline: "zeitleiste",
    sources: "quellen",
    about: "über",
    privacy: "datenschutz",
    question: "frage",
    private: "privat",
    language: "sprache",
  },
  options: {
    question: "Ihre Frage, mit eigenen Worten",
    private: "Nur Sie sehen die Antwort",
    language: "Sprache der Antwort",
  },
  checkMessage: "An den Quellen prüfen",
  description:
    "Fragen Sie mich mit eigenen Worten zu „{title}“. Ich antworte in ein, zwei Sätzen und zeige die Quelle, die das sagt. Steht etwas nicht in den Quellen, sage ich das. Kein Sprachmodell: Jeder Satz ist redaktionell geprüft.",
  shortDescription: "Antworten zu den Nachrichten, jede mit ihrer Quelle. Steht etwas nicht darin, sagt er es.",
} satisfies Wording;
