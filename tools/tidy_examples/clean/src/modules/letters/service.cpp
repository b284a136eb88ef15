auto lost() { return refuse(Reason::missing, "letter.lost"); }
