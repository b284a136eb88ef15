int x;	
int y;
