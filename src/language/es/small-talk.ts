import type { SmallTalk } from "../pack.ts";

/** Names people give the bot when they speak to it. */
const YOU = String.raw`(?:[\s,]+(?:el\s+bot|a\s+tod[oa]s|tod[oa]s|amig[oa]|bot|beleg|robot|tú|vos|usted|señor|señora|de\s+nuevo)){0,2}`;
const HELLO = String.raw`(?:hola|buen(?:os|as)\s+(?:d[ií]as|tardes|noches)|buenas|buen\s+d[ií]a|saludos|hey|hello|qu[eé]\s+tal|bienvenid[oa]|encantad[oa])`;
const THANKS = String.raw`(?:(?:muchas\s+|muchísimas\s+|mil\s+)?gracias(?:\s+(?:por\s+(?:todo|(?:la|tu|su|esta)\s+\p{L}+)|de\s+antemano|igualmente|a\s+(?:ti|usted|vos)|otra\s+vez)){0,2}|te\s+lo\s+agradezco|se\s+lo\s+agradezco)`;
const FINE = String.raw`(?:ok(?:ay)?|vale|de\s+acuerdo|muy\s+bien|bien|perfecto|genial|excelente|estupendo|guay|súper|super|bravo|entendido|entiendo|ya\s+veo|s[ií]|no|claro|eso\s+es\s+todo|interesante|qu[eé]\s+(?:bien|interesante|bueno)|prueba|test|muy\s+amable)`;
const BYE = String.raw`(?:adi[oó]s|chao|chau|bye|hasta\s+(?:luego|pronto|mañana|manana|la\s+vista|la\s+próxima|la\s+proxima|otra)|nos\s+vemos|que\s+(?:tengas?|pases?)\s+(?:un\s+)?buen\s+d[ií]a|cu[ií]date)`;
const HOW = String.raw`(?:c[oó]mo\s+(?:est[aá]s|est[aá]|est[aá]n|te\s+va|va(?:\s+todo)?|andas)(?:\s+(?:hoy|usted))?|qu[eé]\s+(?:tal(?:\s+est[aá]s)?|hay|onda|pasa)|todo\s+bien)`;
const PART = `(?:${HELLO}|${THANKS}|${FINE}|${BYE}|${HOW})${YOU}`;
const LEAD = String.raw`(?:(?:${HELLO}|y|pero|oye|dime|entonces)${YOU}[\s,.!¡¿]+){0,3}`;
const BOT = String.raw`(?:bots?|chat\s*bot|robot|human[oa]|persona|máquina|maquina|programa|ordenador|computadora|ia|inteligencia\s+artificial|chat\s*gpt|gpt|asistente|periodista)`;

export const smallTalk = {
  greetings: [String.raw`[¡¿]?${PART}(?:[\s,.!?;:&¡¿-]+(?:y\s+)?${PART}){0,4}`],
  thanks: [THANKS],
  aboutBot: [
    String.raw`${LEAD}(?:(?:y\s+)?(?:qui[eé]n|qu[eé])\s+(?:eres|sos|es\s+usted)(?:\s+(?:tú|tu|vos|exactamente|realmente))?|(?:t[uú]|vos)\s+(?:qui[eé]n|qu[eé])\s+(?:eres|sos))`,
    String.raw`${LEAD}(?:c[oó]mo\s+(?:te\s+llamas|se\s+llama\s+usted)|cu[aá]l\s+es\s+(?:tu|su)\s+(?:nombre|función|funcion|objetivo|trabajo|propósito)|tienes\s+nombre|cu[aá]ntos\s+años\s+tienes|pres[eé]ntate|h[aá]blame\s+de\s+ti)`,
    String.raw`${LEAD}(?:y\s+)?qu[eé]\s+(?:puedes|sabes|podés|puede|sabe)(?:\s+(?:usted|tú))?(?:\s+(?:hacer|decirme|responder|contarme|contestar|ofrecer))?(?:\s+(?:por\s+m[ií]|aqu[ií]|exactamente))?`,
    String.raw`${LEAD}(?:qu[eé]\s+haces|para\s+qu[eé]\s+(?:sirves|est[aá]s)|de\s+qu[eé]\s+(?:puedes|sabes)\s+hablar)(?:\s+(?:t[uú]|exactamente|aqu[ií]))?`,
    String.raw`${LEAD}c[oó]mo\s+(?:funcionas|funciona(?:\s+(?:esto|este\s+bot|beleg))?|te\s+uso|se\s+usa(?:\s+esto)?|te\s+utilizo)`,
    String.raw`${LEAD}(?:eres|sos|es\s+usted|estoy\s+hablando\s+con)\s+(?:un[oa]?\s+|el\s+|la\s+)?(?:verdader[oa]\s+)?${BOT}(?:\s+(?:real|de\s+verdad))?(?:\s+o\s+(?:un[oa]?\s+)?${BOT}(?:\s+(?:real|de\s+verdad))?)?`,
    String.raw`${LEAD}qui[eé]n\s+te\s+(?:creó|creo|hizo|ha\s+creado|programó|programo|desarrolló|desarrollo|inventó|invento|construyó)`,
    String.raw`${LEAD}(?:ayuda|ay[uú]dame|necesito\s+ayuda|me\s+(?:puedes|puede)\s+ayudar|puedes\s+ayudarme|socorro|\/?help|\/start|instrucciones|comandos|men[uú])(?:\s+por\s+favor)?`,
    String.raw`${LEAD}qu[eé]\s+(?:(?:tipos?|clases?)\s+de\s+)?(?:preguntas?\s+)?(?:te\s+|le\s+)?(?:puedo|se\s+puede|podemos)\s+(?:preguntar|hacer|preguntarte|hacerte)(?:te|le)?(?:\s+aqu[ií])?`,
    String.raw`${LEAD}(?:hablas|entiendes|habla\s+usted|entiende)\s+(?:español|espanol|castellano|inglés|ingles|francés|frances|otros\s+idiomas)`,
    String.raw`${LEAD}qu[eé]\s+idiomas\s+(?:hablas|entiendes|habla|sabes)`,
    String.raw`${LEAD}(?:puedo|te\s+puedo|le\s+puedo)\s+(?:hacerte|hacerle|hacer|preguntarte)\s*(?:una|unas|algunas)?\s*(?:preguntas?|algo)?`,
  ],
  aboutSpeaker: [
    String.raw`(?:y\s+|pero\s+)?qui[eé]n\s+(?:dice|dijo|afirma|ha\s+dicho|declaró)\s+(?:eso|esto)|(?:y\s+)?qui[eé]n\s+lo\s+(?:dice|dijo|ha\s+dicho)|(?:y\s+)?seg[uú]n\s+qui[eé]n`,
  ],
  aboutSources: [
    String.raw`(?:y\s+)?de\s+d[oó]nde\s+(?:sacas|sacaste|has\s+sacado|saca|viene|vienen|procede|proceden|obtienes|lo\s+(?:sacas|sabes))\b[^?]{0,40}`,
    String.raw`(?:y\s+)?d[oó]nde\s+(?:has\s+(?:le[ií]do|visto|encontrado)|le[ií]ste|encontraste|viste)\s+(?:eso|esto|esta\s+información|esta\s+informacion|esa\s+información|esa\s+informacion)`,
    String.raw`(?:y\s+)?c[oó]mo\s+(?:lo\s+)?sabes(?:\s+(?:eso|esto))?`,
    String.raw`(?:y\s+)?cu[aá]l(?:es)?\s+(?:es|son)\s+(?:tu|tus|la|las|su|sus)\s+fuentes?(?:\s+de\s+(?:información|informacion|esto|eso))?`,
    String.raw`en\s+qu[eé]\s+te\s+basas`,
    String.raw`(?:tus|tu|las?|sus?)?\s*(?:fuentes?|referencias?)(?:\s+por\s+favor)?`,
  ],
  orders: [
    String.raw`^(?:por\s+favor\s*,?\s*)?(?:olv[ií]da(?:te)?|ignora|no\s+hagas\s+caso|imagina|finge|haz\s+como\s+si|sup[oó]n\s+que)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:olvida|olvídate|ignora|sáltate|saltate|desactiva)\p{L}*\s[^.?!]{0,40}(?:instrucciones|reglas|directrices|restricciones|prompt|indicaciones|fuentes)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:prompt\s+(?:del\s+)?sistema|modo\s+(?:desarrollador|dios|administrador)|jailbreak|tus\s+(?:instrucciones|reglas)\s+(?:iniciales|ocultas|secretas))(?!\p{L})`,
    String.raw`(?<!\p{L})(?:muestra|muéstrame|muestrame|revela|repite|enseña|enséñame|imprime|dame)\p{L}*\s[^.?!]{0,20}(?:tu|tus|sus?)\s+(?:prompt|instrucciones|reglas|configuración|configuracion|código|codigo)(?!\p{L})`,
    String.raw`^(?:(?:por\s+favor|ahora|hola|y|vale|venga)\s*,?\s+)*(?:(?:puedes|podrías|podrias|quiero\s+que)\s+)?(?:me\s+|nos\s+)?(?:cuenta|cu[eé]nta(?:me|nos)|contar(?:me|nos)?|cuentes|escrib[ei]\p{L}*|comp[oó]n\p{L}*|inventa\p{L}*|canta\p{L}*|dibuja\p{L}*|genera\p{L}*|programa\p{L}*|redacta\p{L}*|recita\p{L}*|haz(?:me)?|crea\p{L}*|dime|d[ií])\s+(?:un[oa]?\s+|el\s+|la\s+|mis?\s+)?(?:\p{L}+\s+){0,2}?(?:chistes?|poemas?|canci[oó]n|canciones|historias?|cuentos?|haiku|ensayo|redacci[oó]n|script|programa|funci[oó]n|correo|e-?mail|carta|currículum|recetas?|imagen|dibujo|deberes|discurso|tuit|eslogan|adivinanza|novela|rap|cumplido)(?!\p{L})`,
    String.raw`^(?:(?:por\s+favor|ahora|y)\s*,?\s+)*(?:(?:puedes|podrías|podrias)\s+)?(?:trad[uú]ce\p{L}*|traducir\p{L}*|resume(?:me|nos|lo|s)?(?!\p{L})|resumir\p{L}*|reescrib\p{L}*|reformula\p{L}*|corr[ií]g\p{L}*|calcula\p{L}*|convierte\p{L}*|cuenta\s+hasta|busca\s+en\s+(?:internet|la\s+web)|env[ií]a\p{L}*|abre|borra|recu[eé]rda\p{L}*|juega|baila|reserva\p{L}*|compra\p{L}*|llama\s+a)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:responde|contesta|habla)\s+(?:solo|sólo|solamente|únicamente|siempre|como|con)(?!\p{L})|(?<!\p{L})(?:ahora\s+eres|a\s+partir\s+de\s+ahora)(?!\p{L})|^(?:act[uú]a|comp[oó]rtate)\s+como(?!\p{L})`,
    String.raw`^(?:di|escribe)\s+["“'‘«]`,
  ],
} satisfies SmallTalk;
