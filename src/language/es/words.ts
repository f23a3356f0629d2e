import type { BasicWords } from "../pack.ts";

export const words = {
  stop: "el la los las un una unos unas lo al del de a en con por para sin sobre entre desde hasta hacia según durante tras y e o u pero sino que quien quién quienes quiénes cual cuál cuales cuáles cuando cuándo donde dónde adónde como cómo cuanto cuánto cuanta cuánta cuantos cuántos cuantas cuántas qué porque es son era eran fue fueron ser sido está están estaba estaban estar ha han había habían haber hay he hemos hizo hace hacer se le les su sus mi mis tu tus nuestro nuestra ellos ellas él ella nosotros yo tú usted ustedes este esta estos estas ese esa esos esas eso esto no sí más muy también ya".split(
    " ",
  ),
} satisfies BasicWords;
