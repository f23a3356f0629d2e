/** The figures by which a confidence is judged, against values worked out by hand or the slow obvious way. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  auroc,
  chooseThreshold,
  costCurve,
  expectedCalibrationError,
  type Prediction,
  reliability,
  shareAtPrecision,
} from "./calibration-figures.ts";

const of = (...pairs: readonly (readonly [number, boolean])[]): readonly Prediction[] =>
  pairs.map(([confidence, right]) => ({ confidence, right }));

const predictions = fc.array(
  fc.record({ confidence: fc.integer({ min: 0, max: 20 }).map((n) => n / 20), right: fc.boolean() }),
  { maxLength: 60 },
);

describe("the reliability diagram", () => {
  it("has every bin, with the mean confidence and the share that was right", () => {
    const bins = reliability(of([0.95, true], [0.91, true], [0.93, false], [0.2, false]));
    expect(bins).toHaveLength(10);
    expect(bins[9]).toMatchObject({ from: 0.9, to: 1, count: 3 });
    expect(bins[9]?.confidence).toBeCloseTo(0.93);
    expect(bins[9]?.accuracy).toBeCloseTo(2 / 3);
    expect(bins[1]).toMatchObject({ count: 1, confidence: 0.2, accuracy: 0 });
    expect(bins[5]).toMatchObject({ count: 0, confidence: 0, accuracy: 0 });
  });

  it("counts 0 in the first bin and 1 in the last", () => {
    const bins = reliability(of([0, false], [1, true]), 4);
    expect(bins.map(({ count }) => count)).toEqual([1, 0, 0, 1]);
  });

  it("loses no prediction", () => {
    fc.assert(
      fc.property(predictions, fc.integer({ min: 1, max: 30 }), (all, bins) => {
        expect(reliability(all, bins).reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
      }),
    );
  });
});

describe("the expected calibration error", () => {
  it("is the distance from the share that was right, by the size of the bins", () => {
    // Three at 0.9 of which two are right, one at 0.1 that is wrong: 3/4 · |2/3 − 0.9| + 1/4 · |0 − 0.1|.
    expect(expectedCalibrationError(of([0.9, true], [0.9, true], [0.9, false], [0.1, false]))).toBeCloseTo(0.2);
  });

  it("is 0 where of those with 0.75 three in four are right, and without predictions", () => {
    expect(expectedCalibrationError(of([0.75, true], [0.75, true], [0.75, true], [0.75, false]))).toBe(0);
    expect(expectedCalibrationError([])).toBe(0);
  });
});

describe("the area under the ROC curve", () => {
  it("is the share of pairs in the right order, a tie counting half", () => {
    expect(auroc(of([0.9, true], [0.1, false]))).toBe(1);
    expect(auroc(of([0.1, true], [0.9, false]))).toBe(0);
    expect(auroc(of([0.5, true], [0.5, false], [0.2, false]))).toBe(0.75);
    expect(auroc(of([0.5, true]))).toBeUndefined();
  });

  it("is what counting every pair gives", () => {
    fc.assert(
      fc.property(predictions, (all) => {
        const rights = all.filter(({ right }) => right);
        const wrongs = all.filter(({ right }) => !right);
        fc.pre(rights.length > 0 && wrongs.length > 0);
        const points = rights.flatMap(({ confidence }) =>
          wrongs.map((wrong) => (Math.sign(confidence - wrong.confidence) + 1) / 2),
        );
        expect(auroc(all)).toBeCloseTo(points.reduce((sum, point) => sum + point, 0) / points.length);
      }),
    );
  });
});

describe("the share at a precision", () => {
  it("reaches over a wrong one where enough right ones follow", () => {
    const surest = of([0.99, true], [0.98, false], [0.97, true], [0.96, true], [0.1, false]);
    expect(shareAtPrecision(surest, 0.75)).toBe(0.8);
    expect(shareAtPrecision(surest, 0.95)).toBe(0.2);
    expect(shareAtPrecision(of([0.9, false]), 0.95)).toBe(0);
    expect(shareAtPrecision([])).toBe(0);
  });
});

describe("what a threshold costs", () => {
  const candidates = [
    { confidence: 0.9, right: true, answerable: true },
    { confidence: 0.6, right: false, answerable: true },
    { confidence: 0.5, right: true, answerable: true },
    { confidence: 0.1, right: false, answerable: false },
  ];

  it("is ten for a wrong answer and one for an abstention where the sources tell", () => {
    expect(costCurve(candidates, [0, 0.55, 0.95])).toMatchObject([
      { threshold: 0, answered: 4, wrong: 2, needless: 0, cost: 5 },
      { threshold: 0.55, answered: 2, wrong: 1, needless: 1, cost: 2.75 },
      { threshold: 0.95, answered: 0, wrong: 0, needless: 3, cost: 0.75 },
    ]);
  });

  it("decides: the lowest threshold that costs at most a quarter more than the cheapest", () => {
    const point = (threshold: number, cost: number) => ({
      threshold,
      cost,
      answered: 0,
      wrong: 0,
      needless: 0,
    });
    expect(chooseThreshold([point(0.8, 1), point(0.7, 1.25), point(0.6, 1.3)])?.threshold).toBe(0.7);
    expect(chooseThreshold([point(0.8, 1), point(0.7, 1.2), point(0.6, 1.05)])?.threshold).toBe(0.6);
    expect(chooseThreshold([])).toBeUndefined();
  });
});
