"""What a reviewer may write of each field: headings, plausible numbers, words that are not the codebook's."""

from __future__ import annotations

from fractions import Fraction

HEADINGS: dict[str, tuple[str, ...]] = {
    "recruitment_start": ("Recruitment began", "First patient in", "Start date"),
    "publication_year": ("Year", "Pub year", "Year published"),
    "conservative_care_duration": ("Failed conservative treatment", "Conservative care before entry"),
    "pain_type": ("Type of pain", "Pain (axial or radicular)"),
    "diagnosis": ("Condition", "Dx", "Diagnosis as stated"),
    "region": ("Level", "Spine region", "Segment"),
    "modality": ("Technique", "Intervention type", "Procedure type"),
    "block_number": ("No. of diagnostic blocks", "Blocks needed"),
    "block_relief_cutoff": ("Relief from block", "Block cut-off"),
    "block_control": ("How blocks were controlled", "Block protocol"),
    "lesion_temperature": ("Temp", "Tip temperature", "RF temperature"),
    "lesion_duration": ("Lesion time", "Burn time", "Time per lesion"),
    "lesions_per_nerve": ("No. of lesions", "Burns per nerve"),
    "electrode_gauge": ("RF needle gauge", "Cannula gauge"),
    "active_tip_length": ("Active tip", "Exposed tip"),
    "electrode_orientation": ("Orientation", "Cannula placement"),
    "sensory_stimulation": ("Sensory testing", "Sensory stim done"),
    "sensory_threshold": ("Sensory stim threshold", "50 Hz test"),
    "motor_threshold": ("Motor stim threshold", "2 Hz test"),
    "pulse_frequency": ("Pulse rate", "PRF frequency"),
    "pulse_width": ("PRF width", "Width of pulses"),
    "steroid_at_lesion": ("Steroid after burn", "Post-lesion steroid"),
    "image_guidance": ("Guidance", "Imaging used"),
    "fluoroscopic_views": ("Views", "Views taken"),
    "sedation_depth": ("Sedated?", "Depth of sedation"),
    "needle_gauge": ("Spinal needle gauge", "Gauge of needle"),
    "needle_type": ("Needle tip", "Kind of needle"),
    "steroid_agent": ("Corticosteroid", "Steroid used"),
    "steroid_dose": ("Dose", "Steroid amount"),
    "injectate_volume": ("Total volume", "Volume injected"),
    "contrast": ("Contrast used", "Dye"),
    "contrast_volume": ("Dye volume", "Amount of contrast"),
    "digital_subtraction": ("DSA", "DSA used"),
    "number_of_injections": ("No. of injections", "Injections given"),
    "anaesthetic_percent": ("LA concentration", "LA strength"),
}
STUDY_FIELDS = ("recruitment_start", "publication_year", "conservative_care_duration", "pain_type", "diagnosis")
ARM_FIELDS = ("block_number", "block_relief_cutoff", "block_control", "image_guidance", "fluoroscopic_views",
              "sedation_depth")  # fmt: skip
RF_FIELDS = ("lesion_temperature", "lesion_duration", "lesions_per_nerve", "electrode_gauge", "active_tip_length",
             "electrode_orientation", "sensory_stimulation", "sensory_threshold", "motor_threshold",
             "steroid_at_lesion", "pulse_frequency", "pulse_width")  # fmt: skip
INJECTION_FIELDS = ("needle_gauge", "needle_type", "steroid_agent", "steroid_dose", "injectate_volume", "contrast",
                    "contrast_volume", "digital_subtraction", "number_of_injections",
                    "anaesthetic_percent")  # fmt: skip
MODALITIES = {"rf": ("conventional_rf", "pulsed_rf", "cooled_rf"), "injection": ("injection",)}

NUMBERS: dict[str, tuple[Fraction, ...]] = {
    "conservative_care_duration": (Fraction(6), Fraction(12), Fraction(26), Fraction(8), Fraction(4)),
    "lesion_temperature": (Fraction(80), Fraction(85), Fraction(42), Fraction(90), Fraction("67.5")),
    "lesion_duration": (
        Fraction(60),
        Fraction(90),
        Fraction(120),
        Fraction(150),
        Fraction(240),
        Fraction(45),
        Fraction(600),
    ),
    "active_tip_length": (Fraction(4), Fraction(5), Fraction(10), Fraction("7.5")),
    "sensory_threshold": (Fraction("0.5"), Fraction("0.4"), Fraction("0.25"), Fraction("0.6")),
    "motor_threshold": (Fraction(1), Fraction("1.5"), Fraction(2), Fraction("0.9")),
    "pulse_frequency": (Fraction(2), Fraction(4), Fraction("2.5")),
    "pulse_width": (Fraction(10), Fraction(20), Fraction("7.5")),
    "steroid_dose": (Fraction(40), Fraction(80), Fraction("7.5"), Fraction(4), Fraction("12.5")),
    "injectate_volume": (Fraction(2), Fraction("2.5"), Fraction("0.5"), Fraction(10), Fraction("1.5")),
    "contrast_volume": (Fraction(1), Fraction("0.5"), Fraction("0.3"), Fraction(2)),
    "anaesthetic_percent": (Fraction(1), Fraction(2), Fraction("0.25"), Fraction("0.5")),
    "block_relief_cutoff": (Fraction(50), Fraction(80), Fraction(75)),
    "publication_year": (Fraction(2003), Fraction(2012), Fraction(2019), Fraction(1998)),
    "block_number": (Fraction(1), Fraction(2), Fraction(0)),
    "lesions_per_nerve": (Fraction(1), Fraction(2), Fraction(3)),
    "number_of_injections": (Fraction(1), Fraction(2), Fraction(3)),
}
"""In the unit of the codebook; ordered choices with gauges stand in `GAUGES`."""
GAUGES = {"electrode_gauge": ("16", "18", "20", "22"), "needle_gauge": ("20", "22", "25", "18")}
BARE_COUNTS = frozenset({"publication_year", "block_number", "lesions_per_nerve", "number_of_injections"})

UNITS: dict[str, dict[Fraction, tuple[str, ...]]] = {
    "°C": {Fraction(1): ("°C", "ºC", "℃", "C", "deg C", "degrees Celsius")},
    "s": {
        Fraction(1): ("s", "sec", "secs", "seconds"),
        Fraction(60): ("min", "mins", "minutes"),
        Fraction(3600): ("h", "hour"),
    },
    "mm": {Fraction(1): ("mm", "millimetres"), Fraction(10): ("cm",)},
    "mL": {Fraction(1): ("mL", "ml", "cc")},
    "mg": {Fraction(1): ("mg",), Fraction(1, 1000): ("µg", "mcg"), Fraction(1000): ("g",)},
    "V": {Fraction(1): ("V", "volts"), Fraction(1, 1000): ("mV",)},
    "Hz": {Fraction(1): ("Hz", "hz")},
    "ms": {Fraction(1): ("ms", "msec")},
    "%": {Fraction(1): ("%", "percent")},
    "week": {Fraction(1): ("weeks", "wks", "week")},
    "G": {Fraction(1): ("G", "gauge")},
}
"""The ways to write a unit of the codebook, by how many of it one is; written down here by hand."""
OTHER_KIND = {"°C": "mL", "s": "mm", "mm": "mL", "mL": "°C", "mg": "Hz", "V": "mL", "Hz": "mm", "ms": "mg", "%": "mL",
              "week": "mg", "G": "gauss"}  # fmt: skip
"""For each unit one that measures something else."""

WORDS: dict[str, dict[str, tuple[str, ...]]] = {
    "pain_type": {"axial": ("LBP only", "A"), "radicular": ("leg pain", "R"), "mixed": ("both", "M")},
    "region": {"cervical": ("C-spine", "CS"), "lumbar": ("L-spine", "LS"), "thoracic": ("T-spine", "TS")},
    "modality": {
        "conventional_rf": ("RFA", "thermal RF"),
        "pulsed_rf": ("P-RF", "pulse RF"),
        "cooled_rf": ("CRFA", "cool tip"),
        "injection": ("ESI", "inj."),
    },
    "block_control": {
        "uncontrolled": ("single", "SB"),
        "comparative": ("double", "DB"),
        "placebo_controlled": ("with placebo", "PC"),
    },
    "electrode_orientation": {
        "parallel": ("along nerve", "par"),
        "perpendicular": ("right angle", "perp"),
        "near_parallel": ("roughly along", "near"),
    },
    "sensory_stimulation": {"yes": ("done", "1"), "no": ("omitted", "0")},
    "digital_subtraction": {"yes": ("done", "1"), "no": ("omitted", "0")},
    "image_guidance": {
        "fluoroscopy": ("FL", "image intensifier"),
        "ct": ("CT scan", "scan"),
        "ultrasound": ("sono", "USG"),
        "landmarks": ("nil", "palpation"),
    },
    "fluoroscopic_views": {
        "ap": ("front", "a"),
        "lateral": ("side", "l"),
        "ipsilateral_oblique": ("ips obl", "io"),
    },
    "sedation_depth": {"none": ("awake", "nil"), "minimal": ("midazolam 1 mg", "some"), "deep": ("propofol", "lots")},
    "needle_type": {
        "tuohy": ("T-needle", "epidural needle"),
        "quincke": ("Q-point", "cutting"),
        "blunt": ("B-tip", "rounded"),
    },
    "steroid_agent": {
        "dexamethasone": ("dexa", "DXM"),
        "triamcinolone_acetonide": ("TCA", "triam"),
        "methylprednisolone_acetate": ("MPA", "depo"),
    },
    "contrast": {"given": ("dye shot", "+"), "omitted": ("dry", "none used")},
}
"""What a review writes in its own way for some choices; a mapping has to say what it means."""

TEXTS = ("facet joint pain, lumbar", "chronic LBP > 3 months; no red flags", 'so-called "facet syndrome"',
         "Zygapophysialgelenk (L4/5)", "pain on extension/rotation", "disc herniation at L5-S1",
         "methylprednisolone 1 mL per level", "triamcinolone, 10 mg", "facet pain\n(both sides)")  # fmt: skip
SURNAMES = ("Smith", "Müller", "van Wijk", "O'Connor", "Cohen", "Nath", "Lord", "Dreyfuss", "Gallagher", "Tekin",
            "Çevik", "Provenzano", "Kroll", "García-López", "Juch", "Ghahreman")  # fmt: skip
ARMS = {
    "rf": ("RF", "RFA 80", "Continuous RF", "PRF", "Cooled", "Denervation"),
    "injection": ("Steroid", "TFESI", "ILESI", "LA only", "Caudal", "Injection"),
}
ROLE_WORDS = {"active": ("Intervention", "Experimental"), "comparator": ("Comparison", "Comparator arm"),
              "control": ("Controls", "Usual care arm"), "sham": ("Placebo", "Sham arm")}  # fmt: skip
CODES = {
    "not_reported": ("99", "n.b.", ".", "NS", "none given", "NA"),
    "unclear": ("98", "??", "ambig.", "unkl."),
    "not_applicable": ("97", "N/A", "entf.", "does not apply"),
    "not_extracted": ("todo", "-", "open", "to do"),
}
PLAIN_CODES = {"not_reported": ("NR", "n.r.", "not reported"), "unclear": ("unclear", "?"),
               "not_applicable": ("not applicable",), "not_extracted": ("not extracted",)}  # fmt: skip
OWN = ("# my notes", "#checked", "#colour")
IGNORED = ("Extractor", "Checked by", "Funding", "Country of trial", "Comments", "DOI link")
