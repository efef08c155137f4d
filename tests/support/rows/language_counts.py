"""Are people with limited English counted with margins, and put beside those who speak their language?"""

AFRO = {"language": "Somali, or other", "language_codes": "amh som", "language_note": "One group"}
SPANISH = {"language": "Spanish", "language_codes": "spa", "english_less_than_very_well": 900}
SPANISH |= {"english_less_than_very_well_moe": 90.0}


def counted(member, people, status="counted", **more):
    plain = {"dimension": "language", "member": member, "member_label": member.title(), "participants": people}
    return plain | {"participants_status": status} | more
