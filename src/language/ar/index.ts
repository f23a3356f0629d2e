import { basicPack } from "../basic-pack.ts";
import { questions } from "./questions.ts";
import { words } from "./words.ts";

export const ar = basicPack("ar", words, questions);
