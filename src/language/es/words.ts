import type { Words } from "../pack.ts";

const split = (text: string): readonly string[] => text.trim().split(/\s+/);
const phrases = (text: string): readonly string[] => text.trim().split(/\s*,\s*/);

const stop = split(`
  el la los las un una unos unas lo al del de a en con por para sin sobre entre desde hasta hacia según durante tras ante
  bajo contra mediante excepto salvo junto dentro fuera
  y e o u ni pero sino que si porque pues aunque como cuando mientras donde adonde
  quien quién quienes quiénes cual cuál cuales cuáles cuándo dónde adónde cómo cuanto cuánto cuanta cuánta cuantos
  cuántos cuantas cuántas qué cuyo cuya
  es soy eres somos son era eras eran fue fui fueron ser sido siendo será serán sería serían sea sean
  está estás estoy estamos están estaba estaban estuvo estuvieron estar estado esté
  he has ha hemos han había habían habrá haber hay hubo haya hayan habido
  hizo hace hacen hacer hecho hacía hicieron haga haz
  va vas van voy vamos ir iba iban
  puede pueden puedes puedo podría podrían poder pudo pudieron debe deben debo debería deberían deber
  se le les me te nos os su sus mi mis tu tus nuestro nuestra nuestros nuestras suyo suya
  yo tú él ella ellos ellas nosotros vosotros usted ustedes mí ti sí consigo
  este esta estos estas ese esa esos esas aquel aquella aquellos aquellas esto eso ello aquello
  no nada nadie ningún ninguno ninguna algo alguien algún alguno alguna algunos algunas todo toda todos todas cada varios
  varias mismo misma mismos mismas tal tales ambos ambas
  más menos muy mucho mucha muchos muchas poco poca pocos tan tanto también tampoco además ya aún todavía siempre nunca
  solo sólo solamente casi aproximadamente bien así entonces luego después antes aquí allí allá ahí ahora hoy exactamente
  realmente acaso quizás quizá
  hola gracias buenas buenos favor porfa etc
`);

const light = split(`
  papel rol tipo tipos clase clases forma formas objetivo objetivos meta finalidad fin propósito tema temas asunto asuntos
  cuestión cosa cosas manera maneras modo medio medios caso casos hecho hechos detalle detalles parte partes lado lados
  efecto efectos resultado resultados consecuencia consecuencias impacto razón razones motivo motivos
  momento tiempo vez veces fecha fechas lugar lugares sitio número números cantidad cifra cifras persona personas gente
  individuo individuos evento acontecimiento acción acciones acto actos medida medidas esfuerzo esfuerzos actividad
  actividades situación contexto condición condiciones campo ámbito aspecto aspectos punto puntos ejemplo ocasión
  relación título contenido elemento miembro miembros serie lista palabra palabras nombre nombres
  pasar pasó pasa pasado suceder sucedió ocurrir ocurrió ocurre tener tiene tienen tenía tuvo tenido tomar tomó toma
  poner puso pone dar dio da dan dado dieron llevar llevó lleva cabo realizar realizó realizaron realizado efectuar
  decir dijo dice dicen dicho decía hablar habló contar cuenta cuentas cuéntame explicar explicó saber sabe sabes saben
  supo conocer conoce conocido ver visto encontrar encontró quedar queda quedó volver convertir llamar llama llamado
  llamada nombrar considerar considera describir describe mencionar mencionó usar usado utilizar utilizado servir servía
  sirve sirvió mostrar muestra empezar empezó seguir sigue siguen siguió preguntar pensar piensa creer cree querer quiere
  quieren quería producir celebrar celebró
  exacto exacta exactos preciso reciente recientes recientemente nuevo nueva nuevos nuevas actual actuales último última
  últimos principal principales gran grande grandes pequeño pequeña buen bueno buena importante importantes seguro otro
  otra otros otras funcionar funciona funcionaba intentar intenta intentan tratar trata tratan
  aportar aporta prestar presta proporcionar proporciona atribuir atribuye desempeñar desempeña jugar juega existir existe
  permitir permite parecer parece buscar busca suponer supone diferente diferentes distinto particular común posible verdadero verdadera real entero entera primer
  primero primera próximo próxima total ocupar ocupa
  info información datos dato
`);

export const words = {
  stop,
  light,
  numbers: {
    cero: 0,
    uno: 1,
    dos: 2,
    tres: 3,
    cuatro: 4,
    cinco: 5,
    seis: 6,
    siete: 7,
    ocho: 8,
    nueve: 9,
    diez: 10,
    once: 11,
    doce: 12,
    trece: 13,
    catorce: 14,
    quince: 15,
    dieciséis: 16,
    diecisiete: 17,
    dieciocho: 18,
    diecinueve: 19,
    veinte: 20,
    veintisiete: 27,
    treinta: 30,
    cuarenta: 40,
    cincuenta: 50,
    sesenta: 60,
    setenta: 70,
    ochenta: 80,
    noventa: 90,
    cien: 100,
    ciento: 100,
    doscientos: 200,
    doscientas: 200,
    trescientos: 300,
    trescientas: 300,
    quinientos: 500,
    quinientas: 500,
    mil: 1_000,
    millón: 1_000_000,
    millones: 1_000_000,
    docena: 12,
    decena: 10,
    centenar: 100,
  },
  months: [
    ["enero", "ene"],
    ["febrero", "feb"],
    ["marzo"],
    ["abril", "abr"],
    ["mayo"],
    ["junio", "jun"],
    ["julio", "jul"],
    ["agosto", "ago"],
    ["septiembre", "setiembre", "sept"],
    ["octubre", "oct"],
    ["noviembre", "nov"],
    ["diciembre", "dic"],
  ],
  qualifiers: {
    over: phrases("más de, por encima de, superior a, mayor que, supera"),
    about: phrases("unos, unas, alrededor de, aproximadamente, cerca de, casi, en torno a, cosa de"),
    "at-least": phrases("al menos, por lo menos, como mínimo, no menos de, mínimo, o más"),
    "at-most": phrases("como máximo, a lo sumo, hasta, no más de, máximo"),
    under: phrases("menos de, por debajo de, inferior a, menor que"),
  },
  hedges: [
    String.raw`(?<!\p{L})(?:presunt|supuest|sospech|acusa|alega|aparente)`,
    String.raw`(?<!\p{L})(?:habría|habrían|sería|serían)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:probablemente|posiblemente|al\s+parecer|quizás?)(?!\p{L})`,
  ],
  modes: {
    said: [
      String.raw`(?<!\p{L})(?:dijo|dice|dicen|declar|afirm|indic|anunci|subray|destac|precis|explic|añad|señal|confirm|calific|describ|recalc)`,
      String.raw`(?<!\p{L})según(?!\p{L})`,
    ],
    thanked: [String.raw`(?<!\p{L})(?:agradec|gratitud|gracias)`],
    promised: [String.raw`(?<!\p{L})(?:prome|compromet|asegur|garanti)`],
    hoped: [String.raw`(?<!\p{L})(?:esper|dese)`],
    admitted: [String.raw`(?<!\p{L})(?:admit|reconoc|confes)`],
    agreed: [String.raw`(?<!\p{L})(?:acord|acuerd|coincid|consens|unánim|convin)`],
  },
  beyond: split(`
    próximo próxima próximos próximas siguiente otro otra otros otras más demás adicional adicionales antes anteriormente
    anterior anteriores nunca siempre todavía aún luego después futuro futura pronto mañana hoy actualmente ahora
  `),
  // "Lo" and "la" before a verb mean somebody; before a noun they are articles, far more often.
  anaphora: split(
    "él ella ellos ellas lo le les ello allí allá ahí entonces aquel aquella aquello ese esa esos esas eso este esta esto su sus",
  ),
  pronouns: split("él ella lo"),
  followUp: phrases(
    "y, y en, y a, y para, pero, entonces, también, qué hay de, qué tal, quién más, qué más, dónde más, o sea",
  ),
} satisfies Words;
