"""Units behind numbers: those of the codebook are converted exactly, and one of another kind is called by its kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from fidelity.errors import Fault, nearest
from fidelity.model.codebook import Field
from fidelity.read.signs import clean, exact, shortened

_KINDS: Final[Mapping[str, str]] = {
    "a time": "s sec secs second seconds ms msec µs min mins minute minutes h hr hrs hour hours d day days"
    " wk wks week weeks month months yr yrs year years",
    "a length": "mm cm µm um inch inches millimetre millimetres millimeter millimeters",
    "an area": "mm2 mm² cm2 cm²",
    "a volume": "mL ml cc CC cm3 cm³ L l dL µL µl millilitre millilitres milliliter milliliters litre litres",
    "a dose": "mg g gm kg µg mcg ug milligram milligrams gram grams microgram micrograms IU U units mmol mEq",
    "a concentration": "mg/mL mg/ml mg/cc g/mL g/ml g/L g/l mg/L mg/l µg/mL µg/ml mcg/mL mcg/ml IU/mL mmol/L",
    "a dose for each kilogram": "mg/kg g/kg µg/kg mcg/kg mL/kg ml/kg",
    "a rate": "mL/min ml/min mL/h ml/h mL/s ml/s",
    "a frequency": "Hz hz kHz MHz hertz kilohertz",
    "a voltage": "V v mV kV volt volts",
    "a current": "A mA ampere amperes amp amps milliampere milliamperes",
    "a power": "W mW watt watts",
    "an energy": "J kJ joule joules",
    "a resistance": "Ω kΩ ohm ohms",
    "a pressure": "mmHg cmH2O kPa psi bar atm",
    "a temperature": "°C °F C F K celsius fahrenheit kelvin",
    "an angle": "° deg degree degrees",
    "a gauge": "G ga gauge",
    "a diameter": "Fr French Charrière Ch",
    "a percentage": "% percent pct",
}
_FAHRENHEIT: Final = frozenset({"F", "f", "°F", "°f", "degF", "degreeF", "degreesF", "deg.F"})


def _bare(text: str) -> str:
    """Return a unit without what people do not mean by it: spaces, a full stop, and "per" for a stroke."""
    return "".join(clean(text).replace(" per ", "/").split()).rstrip(".")


_KIND_OF: Final = {_bare(word): kind for kind, words in _KINDS.items() for word in words.split()}
_KIND_OF_WORD: Final = {word.casefold(): kind for word, kind in _KIND_OF.items() if len(word) > 2}


def kind_of(unit: str) -> str | None:
    """Return what a unit measures, such as "a time"; None where it is no unit that anyone uses here."""
    bare = _bare(unit)
    return _KIND_OF.get(bare) or (_KIND_OF_WORD.get(bare.casefold()) if len(bare) > 2 else None)


@dataclass(frozen=True, slots=True)
class Scale:
    """How numbers of a field come to its unit; where not `bare`, a number without a unit is refused."""

    field: Field
    factors: Mapping[str, str]
    bare: bool = True

    def factor(self, written: str) -> Fraction | None:
        """Return what a unit as people write it is worth in the unit of the field; None where it is none of its."""
        if self.field.unit is None:
            return None
        if written in self.factors:
            return Fraction(self.factors[written])
        bare = _bare(written)
        for name, factor in ((self.field.unit, "1"), *self.factors.items()):
            known = _bare(name)
            # A symbol's case matters (mg, Mg); a word's does not.
            if bare == known or (len(bare) > 2 and bare.casefold() == known.casefold()):
                return Fraction(factor)
        return None

    def amount(self, number: str, unit: str) -> Fraction | Fault:
        """Return a number with its unit in the unit of the field, exactly."""
        written = unit.strip()
        if not written:
            needs = not self.bare and self.field.unit is not None and self.field.type != "count"
            return no_unit(self.field, number) if needs else Fraction(number)
        factor = self.factor(written)
        return self._other(number, written) if factor is None else Fraction(number) * factor

    def _other(self, number: str, written: str) -> Fault:
        field = self.field
        if field.unit is None:
            what = f"{shortened(written)} stands behind the number, but {field.label} has no unit"
            return Fault("unknown-unit", what, "write the number alone")
        if kind_of(field.unit) == "a temperature" and (
            _bare(written) in _FAHRENHEIT or _bare(written).casefold().endswith("fahrenheit")
        ):
            degrees = exact((Fraction(number) - 32) * 5 / 9)
            what = f"{shortened(f'{number} {written}')} is in degrees Fahrenheit"
            return Fault("unknown-unit", what, f"write the value in °C; {number} °F are {degrees} °C")
        kind = kind_of(written)
        if kind is not None and kind != kind_of(field.unit):
            what = f"{shortened(f'{number} {written}')} is {kind}, and {field.label} is in {field.unit}"
            return Fault("other-quantity", what, f"write the value in {field.unit}")
        what = f"{shortened(written)} is no unit of {field.label}"
        return Fault("unknown-unit", what, f"write the value in {field.unit}", nearest(written, self.factors))


def no_unit(field: Field, text: str) -> Fault:
    """Return the fault of a number without unit in a sheet that is not ours, where a unit is never guessed."""
    remedy = (
        f"write it with its unit, such as {text} {field.unit}, or name the unit in the header, "
        f"such as '{field.label} ({field.unit})', or in the mapping: unit: {field.unit}"
    )
    return Fault("no-unit", f"{shortened(text)} has no unit", remedy)
