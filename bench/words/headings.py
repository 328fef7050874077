"""What sections are called, by kind, in the order in which a CV has them."""

from __future__ import annotations

TITLES = {
    "profile": ("Profile", "Summary", "Professional Summary", "About"),
    "education": ("Education", "Academic Background", "Education and Training"),
    "experience": ("Experience", "Professional Experience", "Employment History", "Appointments"),
    "publications": ("Publications", "Selected Publications", "Peer-Reviewed Articles"),
    "talks": ("Talks", "Invited Talks", "Conference Presentations"),
    "grants": ("Grants", "Research Funding"),
    "certificates": (
        "{Licences|Licenses} and Certificates",
        "Certifications",
        "Professional Registration",
    ),
    "teaching": ("Teaching", "Teaching Experience"),
    "awards": ("Awards", "{Honours|Honors} and Awards", "Prizes and Scholarships"),
    "service": ("Service", "Professional Service", "Memberships and Service"),
    "projects": ("Projects", "Selected Projects"),
    "skills": ("Skills", "Technical Skills", "Core Competencies"),
    "bullets": ("Other Activities", "Memberships and Interests", "Volunteering and Interests"),
    "languages": ("Languages",),
    "references": ("References",),
}
