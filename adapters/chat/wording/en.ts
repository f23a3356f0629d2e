import type { Wording } from "./wording.ts";

export const en = {
  tag: "en",
  name: "English",
  buttons: {
    evidence: "🔎 Evidence",
    share: "↗️ Share",
    report: "Wrong or outdated?",
    back: "Back",
    open: "Ask Beleg",
    newer: "◀ Newer",
    older: "Older ▶",
    forget: "Erase what is kept about me",
  },
  answer: {
    asOf: "As of {date}",
    corrected: "Corrected on {date}: {reason}",
    withdrawn: "This answer was withdrawn.",
    withdrawnAt: "This answer was withdrawn on {date}: {reason}",
    unknown: "This answer is not in the fact base any more.",
    changed: "This answer has changed since. This is how it stands now.",
    nearest: "Closest to your question",
    stale: "My newest fact is of {date}; there may be later news.",
    late: "You asked this {when}, while I could not be reached.",
  },
  report: {
    heading: "What is wrong with it?",
    reasons: {
      wrong: "It is wrong",
      outdated: "It is outdated",
      source: "The source says something else",
      question: "That was not my question",
    },
    thanks: "Thank you. The editors will look at it.",
    comment: "In your own words (not about yourself)",
    lost: "Sorry, that could not be noted just now. Please try again later.",
  },
  check: {
    heading: "What the sources say on it",
    nothing: "The sources say nothing on that.",
    rest: {
      one: "On one more statement they say nothing.",
      other: "On {count} more statements they say nothing.",
    },
    nearest: "The sources do not say that. The closest that they have:",
    local: "Put the text behind the command: /check …",
    usage: "Reply to a message with /check, or forward it to me, and I show what the sources say on it.",
  },
  timeline: { heading: "What happened when", empty: "The sources date no events." },
  sources: { heading: "What I read" },
  page: "{page} of {pages}",
  start: {
    welcome:
      "Hello, I am Beleg. I answer questions about “{title}”, each with the source that says so. If the sources do not say, I tell you that.",
    try: "Just ask in your own words, or tap a question:",
  },
  help: {
    commands: "Commands",
    groups: "In groups: /ask with your question, or reply to one of my messages.",
    inline: "In any chat: type {bot} and your question, and pick an answer to send.",
    check: "Forward me a message and I show what the sources say on it.",
    apps: "On any message: Apps, then “{command}”.",
  },
  settings: {
    heading: "Settings",
    explanation: "Language of buttons and pages, and of answers where a question does not tell its own:",
    automatic: "As my app",
    asAsked: "Answer in the question’s language",
    always: "Always answer in {language}",
    saved: "Saved.",
    unsaved: "Done, but it could not be saved and will be lost at the next restart.",
    private: "Please write to me in private for your settings.",
  },
  privacy: {
    heading: "Privacy",
    local: "Everything happens on this machine. Nothing is stored, and nothing leaves it.",
    questions:
      "Your questions are answered on the operator’s server, in memory. They are not stored, and no other service gets them.",
    conversation:
      "So that you can ask follow-up questions, I keep words of your last question and the answer’s number in memory, for at most {minutes} minutes. They are gone with a restart.",
    settings:
      "If you choose a language in /settings, that choice is stored under a key made from your account number that cannot be turned back without the operator’s secret, until {days} days after you last wrote to me.",
    reports:
      "If you report an answer, the answer’s number, your reason, the language and the day are stored, without you. They are deleted after {days} days.",
    comments: "Do not write anything about yourself into a report: your words are kept with it.",
    updates:
      "Numbers of messages already answered are stored so that nothing is answered twice: at most the last {count}, without content or sender.",
    limits: "To stop floods, I count your messages for one minute, in memory.",
    log: "The log holds no question and no account.",
    platform: "What {platform} itself stores, its own privacy policy tells.",
    erase: "You can erase at once what is kept about you:",
  },
  forgotten:
    "Done: your settings and our conversation are erased. Reports to the editors never held anything about you.",
  notices: {
    failed: "Something went wrong on my side. Please ask again in a moment.",
    tooMany: "That was a lot at once. Please give me a minute, then ask on.",
    onlyText: "I read only text. Please type your question.",
    nothingToShow: "I could not show this answer. Please ask in other words.",
    restarting: "I am just restarting. Please ask again in a moment.",
  },
  commands: {
    ask: "Ask a question about the news",
    check: "Hold a message against the sources (as a reply to it)",
    timeline: "What happened when",
    sources: "What the answers rest on",
    help: "What I can do, with examples",
    settings: "Choose your language",
    privacy: "What is stored, for how long, and how to erase it",
    forget: "Erase what is stored about you",
    start: "Begin",
    about: "What this bot is and how it answers",
  },
  names: {
    ask: "ask",
    timeline: "timeline",
    sources: "sources",
    about: "about",
    privacy: "privacy",
    question: "question",
    private: "private",
    language: "language",
  },
  options: {
    question: "Your question, in your own words",
    private: "Only you see the answer",
    language: "Language of the answer",
  },
  checkMessage: "Check against sources",
  description:
    "Ask me about “{title}” in your own words. I answer in one or two sentences and show the source that says so. If the sources do not say, I tell you that. No language model: every sentence was checked by editors.",
  shortDescription: "Answers about the news, each with its source. If the sources do not say, it says so.",
} satisfies Wording;
